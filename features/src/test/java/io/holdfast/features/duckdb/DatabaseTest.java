package io.holdfast.features.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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

    @Test
    @Timeout(60)
    void aProcessThatIsEndedLeavesNothingThatWasSpilled() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OpenDatabase.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Path spilled = Path.of(String.valueOf(process.inputReader().readLine()));
        assertThat(spilled).exists();

        process.destroy();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(spilled.getParent()).doesNotExist();
    }
}
