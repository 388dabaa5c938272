package io.holdfast.serving.store;

import org.junit.jupiter.api.Tag;

/** Work whose time is over on PostgreSQL. */
@Tag("slow")
final class PostgresWorkExpiryTest extends WorkExpiryContract {
    @Override
    StoreLocation location() {
        return TestDatabase.postgres();
    }
}
