package io.holdfast.serving.store;

/** What effects are computed from, on SQLite. */
final class SqliteEffectRowsTest extends EffectRowsContract {
    @Override
    StoreLocation location() {
        return TestDatabase.sqlite(directory);
    }
}
