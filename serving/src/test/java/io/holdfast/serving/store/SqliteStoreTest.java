package io.holdfast.serving.store;

/** The store on SQLite. */
final class SqliteStoreTest extends StoreContract {
    @Override
    StoreLocation location() {
        return TestDatabase.sqlite(directory);
    }
}
