package io.holdfast.serving.store;

import org.junit.jupiter.api.Tag;

/** What a diagnosis is made of, on PostgreSQL. */
@Tag("slow")
final class PostgresDiagnosisRowsTest extends DiagnosisRowsContract {
    @Override
    StoreLocation location() {
        return TestDatabase.postgres();
    }
}
