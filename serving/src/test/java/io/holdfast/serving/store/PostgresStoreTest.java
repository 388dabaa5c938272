package io.holdfast.serving.store;

/** The store on PostgreSQL. */
final class PostgresStoreTest extends StoreContract {
    @Override
    StoreLocation location() {
        return TestDatabase.postgres();
    }
}
