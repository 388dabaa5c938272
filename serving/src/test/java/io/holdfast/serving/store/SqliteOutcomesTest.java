package io.holdfast.serving.store;

/** Outcomes on SQLite. */
final class SqliteOutcomesTest extends OutcomesContract {
    @Override
    StoreLocation location() {
        return TestDatabase.sqlite(directory);
    }
}
