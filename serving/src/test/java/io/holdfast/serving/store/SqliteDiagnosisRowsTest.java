package io.holdfast.serving.store;

/** What a diagnosis is made of, on SQLite. */
final class SqliteDiagnosisRowsTest extends DiagnosisRowsContract {
    @Override
    StoreLocation location() {
        return TestDatabase.sqlite(directory);
    }
}
