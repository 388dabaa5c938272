package io.holdfast.serving.store;

import org.junit.jupiter.api.Tag;

/** Contacts and consent on PostgreSQL. */
@Tag("slow")
final class PostgresContactTest extends ContactContract {
    @Override
    StoreLocation location() {
        return TestDatabase.postgres();
    }
}
