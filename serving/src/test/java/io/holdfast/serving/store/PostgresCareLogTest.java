package io.holdfast.serving.store;

import org.junit.jupiter.api.Tag;

/** The log of care on PostgreSQL. */
@Tag("slow")
final class PostgresCareLogTest extends CareLogContract {
    @Override
    StoreLocation location() {
        return TestDatabase.postgres();
    }
}
