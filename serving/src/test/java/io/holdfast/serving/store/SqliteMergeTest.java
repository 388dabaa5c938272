package io.holdfast.serving.store;

/** Merged ids on SQLite. */
final class SqliteMergeTest extends MergeContract {
    @Override
    StoreLocation location() {
        return TestDatabase.sqlite(directory);
    }
}
