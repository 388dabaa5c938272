package io.holdfast.serving.store;

import org.junit.jupiter.api.Tag;

/** Attempts at work on PostgreSQL. */
@Tag("slow")
final class PostgresWorkAttemptTest extends WorkAttemptContract {
    @Override
    StoreLocation location() {
        return TestDatabase.postgres();
    }
}
