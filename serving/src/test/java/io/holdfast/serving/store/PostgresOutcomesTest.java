package io.holdfast.serving.store;

/** Outcomes on PostgreSQL. */
final class PostgresOutcomesTest extends OutcomesContract {
    @Override
    StoreLocation location() {
        return TestDatabase.postgres();
    }
}
