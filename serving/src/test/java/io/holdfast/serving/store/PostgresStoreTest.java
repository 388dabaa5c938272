package io.holdfast.serving.store;

import org.junit.jupiter.api.Tag;

/** The store on PostgreSQL; {@link PostgresPlansTest} holds plans against one in the default run. */
@Tag("slow")
final class PostgresStoreTest extends StoreContract {
    @Override
    StoreLocation location() {
        return TestDatabase.postgres();
    }
}
