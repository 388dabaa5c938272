package io.holdfast.serving.store;

import org.junit.jupiter.api.Tag;

/** The work list on PostgreSQL. */
@Tag("slow")
final class PostgresWorkListTest extends WorkListContract {
    @Override
    StoreLocation location() {
        return TestDatabase.postgres();
    }
}
