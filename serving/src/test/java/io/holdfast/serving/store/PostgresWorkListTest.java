package io.holdfast.serving.store;

/** The work list on PostgreSQL. */
final class PostgresWorkListTest extends WorkListContract {
    @Override
    StoreLocation location() {
        return TestDatabase.postgres();
    }
}
