package io.holdfast.features.duckdb;

import io.holdfast.features.postgresql.SourceDatabase;
import io.holdfast.features.postgresql.SourceReading;
import java.io.Closeable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables of a history that are in another database: one transaction for all, begun with the first. */
final class OtherTables implements Closeable {
    private final Map<String, String> environment;
    private @Nullable SourceReading reading;

    /** @param environment says where they are */
    OtherTables(Map<String, String> environment) {
        this.environment = environment;
    }

    SourceReading reading(String table) {
        SourceReading begun = reading;
        if (begun == null) {
            begun = SourceReading.open(SourceDatabase.of(environment, table));
            reading = begun;
        }
        return begun;
    }

    @Override
    public void close() {
        if (reading != null) {
            reading.close();
        }
    }
}
