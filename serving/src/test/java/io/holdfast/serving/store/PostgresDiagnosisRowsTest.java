package io.holdfast.serving.store;

/** What a diagnosis is made of, on PostgreSQL. */
final class PostgresDiagnosisRowsTest extends DiagnosisRowsContract {
    @Override
    StoreLocation location() {
        return TestDatabase.postgres();
    }
}
