package io.holdfast.features.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.nio.file.Files;
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

    /** As the database's own threads do when the process is ended while it spills. */
    @Test
    @Timeout(60)
    void whatIsStillWrittenToIsDeletedAllTheSame() throws IOException, InterruptedException {
        for (int run = 0; run < 20; run++) {
            Path folder = Files.createTempDirectory("holdfast-spilling-");
            for (int i = 0; i < 100; i++) {
                Files.createFile(folder.resolve("old-" + i));
            }
            Thread spilling = new Thread(() -> {
                for (int i = 0; i < 200; i++) {
                    try {
                        Files.deleteIfExists(folder.resolve("old-" + i));
                        Files.createFile(folder.resolve("new-" + i));
                    } catch (IOException e) {
                        return; // the folder is gone
                    }
                }
            });
            spilling.start();

            assertThatCode(() -> Database.delete(folder)).doesNotThrowAnyException();

            spilling.join();
            assertThat(folder).doesNotExist();
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
