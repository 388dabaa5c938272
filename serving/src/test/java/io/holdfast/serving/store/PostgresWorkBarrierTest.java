package io.holdfast.serving.store;

import org.junit.jupiter.api.Tag;

/** Attempts at work on PostgreSQL. */
@Tag("slow")
final class PostgresWorkBarrierTest extends WorkBarrierContract {
    @Override
    StoreLocation location() {
        return TestDatabase.postgres();
    }
}
