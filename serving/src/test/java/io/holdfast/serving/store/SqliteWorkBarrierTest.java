package io.holdfast.serving.store;

/** Barriers of work on SQLite. */
final class SqliteWorkBarrierTest extends WorkBarrierContract {
    @Override
    StoreLocation location() {
        return TestDatabase.sqlite(directory);
    }
}
