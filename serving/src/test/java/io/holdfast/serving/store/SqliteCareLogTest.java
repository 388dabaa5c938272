package io.holdfast.serving.store;

/** The log of care on SQLite. */
final class SqliteCareLogTest extends CareLogContract {
    @Override
    StoreLocation location() {
        return TestDatabase.sqlite(directory);
    }
}
