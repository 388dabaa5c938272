package io.holdfast.serving.store;

import org.junit.jupiter.api.Tag;

/** Who has left on PostgreSQL. */
@Tag("slow")
final class PostgresDeparturesTest extends DeparturesContract {
    @Override
    StoreLocation location() {
        return TestDatabase.postgres();
    }
}
