package io.holdfast.serving.store;

/** What is told of customers on SQLite. */
final class SqliteCareLookupTest extends CareLookupContract {
    @Override
    StoreLocation location() {
        return TestDatabase.sqlite(directory);
    }
}
