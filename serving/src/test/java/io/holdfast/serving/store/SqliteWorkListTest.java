package io.holdfast.serving.store;

/** The work list on SQLite. */
final class SqliteWorkListTest extends WorkListContract {
    @Override
    StoreLocation location() {
        return TestDatabase.sqlite(directory);
    }
}
