package io.holdfast.serving.store;

/** Contacts and consent on SQLite. */
final class SqliteContactTest extends ContactContract {
    @Override
    StoreLocation location() {
        return TestDatabase.sqlite(directory);
    }
}
