package io.holdfast.serving.store;

import org.junit.jupiter.api.Tag;

/** What is remembered of an erasure on PostgreSQL. */
@Tag("slow")
final class PostgresErasureTest extends ErasureContract {
    @Override
    StoreLocation location() {
        return TestDatabase.postgres();
    }
}
