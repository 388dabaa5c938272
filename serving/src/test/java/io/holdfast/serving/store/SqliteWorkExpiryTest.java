package io.holdfast.serving.store;

/** Work whose time is over on SQLite. */
final class SqliteWorkExpiryTest extends WorkExpiryContract {
    @Override
    StoreLocation location() {
        return TestDatabase.sqlite(directory);
    }
}
