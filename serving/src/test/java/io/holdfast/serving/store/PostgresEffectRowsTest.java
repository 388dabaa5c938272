package io.holdfast.serving.store;

/** What effects are computed from, on PostgreSQL. */
final class PostgresEffectRowsTest extends EffectRowsContract {
    @Override
    StoreLocation location() {
        return TestDatabase.postgres();
    }
}
