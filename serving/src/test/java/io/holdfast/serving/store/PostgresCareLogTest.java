package io.holdfast.serving.store;

/** The log of care on PostgreSQL. */
final class PostgresCareLogTest extends CareLogContract {
    @Override
    StoreLocation location() {
        return TestDatabase.postgres();
    }
}
