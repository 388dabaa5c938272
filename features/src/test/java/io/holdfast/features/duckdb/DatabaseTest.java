package io.holdfast.features.duckdb;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.scoring.fault.InputException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What fails within the reading of another database is told as this one's. */
final class DatabaseTest {
    @Test
    void wantOfMemoryWhileAnotherDatabaseIsReadIsToldAsSuch() {
        assertThatThrownBy(() -> Database.filling("raw_1", () -> {
                    throw new SQLException("Out of Memory Error: could not allocate block of size 256 KiB\n\nmore");
                }))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("the history needs more memory or more room for temporary files: Out of Memory")
                .hasMessageNotContaining("PostgreSQL");
    }

    @Test
    void aCellThatDoesNotFitIsNoFaultOfTheDatabaseThatItComesFrom() {
        try (Database database = Database.open(new DatabaseSettings(1, 256))) {
            database.run("CREATE TABLE raw_1 (line BIGINT)");

            assertThatThrownBy(() -> database.append(
                            "raw_1",
                            appender -> Database.filling("raw_1", () -> {
                                appender.beginRow();
                                appender.append("no number");
                                appender.endRow();
                            })))
                    .isNotInstanceOf(SQLException.class)
                    .hasMessageContaining("filling the table raw_1");
        }
    }
}
