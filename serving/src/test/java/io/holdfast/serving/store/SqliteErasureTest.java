package io.holdfast.serving.store;

/** What is remembered of an erasure on SQLite. */
final class SqliteErasureTest extends ErasureContract {
    @Override
    StoreLocation location() {
        return TestDatabase.sqlite(directory);
    }
}
