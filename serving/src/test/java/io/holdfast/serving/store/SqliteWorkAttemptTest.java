package io.holdfast.serving.store;

/** Attempts at work on SQLite. */
final class SqliteWorkAttemptTest extends WorkAttemptContract {
    @Override
    StoreLocation location() {
        return TestDatabase.sqlite(directory);
    }
}
