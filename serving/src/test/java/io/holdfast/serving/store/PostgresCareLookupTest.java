package io.holdfast.serving.store;

import org.junit.jupiter.api.Tag;

/** What is told of customers on PostgreSQL. */
@Tag("slow")
final class PostgresCareLookupTest extends CareLookupContract {
    @Override
    StoreLocation location() {
        return TestDatabase.postgres();
    }
}
