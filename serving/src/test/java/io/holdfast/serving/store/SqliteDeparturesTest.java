package io.holdfast.serving.store;

/** Who has left on SQLite. */
final class SqliteDeparturesTest extends DeparturesContract {
    @Override
    StoreLocation location() {
        return TestDatabase.sqlite(directory);
    }
}
