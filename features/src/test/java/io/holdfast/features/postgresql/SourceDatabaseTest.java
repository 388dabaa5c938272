package io.holdfast.features.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.features.duckdb.DatabaseSettings;
import io.holdfast.features.snapshot.CustomerHistory;
import io.holdfast.features.snapshot.Snapshot;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where tables of histories are is said by the environment, and what is wrong with that in a sentence without a secret. */
class SourceDatabaseTest {
    @TempDir
    private Path folder;

    private static SourceDatabase of(String url) {
        return SourceDatabase.of(
                Map.of(SourceDatabase.URL, url, SourceDatabase.USER, "ann", SourceDatabase.PASSWORD, "s3cret"),
                "events");
    }

    @Test
    void isThatOfTheEnvironment() {
        SourceDatabase database = of("jdbc:postgresql://db.example/sales?sslmode=verify-full");

        assertThat(database.user()).isEqualTo("ann");
        assertThat(database.password()).isEqualTo("s3cret");
        assertThat(database.name()).isEqualTo("postgresql://db.example/sales");
        assertThat(database.toString()).doesNotContain("s3cret", "sslmode");
    }

    @Test
    void hasToBeNamedThere() {
        assertThatThrownBy(() -> SourceDatabase.of(Map.of(), "sales.events"))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "the history reads the table 'sales.events' of a PostgreSQL database, but the environment variable"
                                + " HOLDFAST_HISTORY_URL does not say of which; expected jdbc:postgresql://HOST/DATABASE there");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/sales?user=ann&password=s3cret",
                "jdbc:postgresql://ann:s3cret@db/sales",
                "jdbc:mysql://db/sales?password=s3cret",
                "postgres://ann:s3cret@db/sales"
            })
    void isRefusedWithoutShowingIt(String url) {
        assertThatThrownBy(() -> of(url))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("HOLDFAST_HISTORY_URL")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void isNotReachedWhereNobodyListens() {
        assertThatThrownBy(() -> SourceReading.open(of("jdbc:postgresql://127.0.0.1:9/sales")))
                .isInstanceOfSatisfying(
                        InputException.class, e -> assertThat(e.code()).isEqualTo("no_connection"))
                .hasMessageStartingWith("no connection to postgresql://127.0.0.1:9/sales (")
                .hasMessageEndingWith(
                        "expected a server that can be reached, by the environment variable HOLDFAST_HISTORY_URL")
                .hasMessageNotContaining("s3cret");
    }

    private String refused(String source) throws Exception {
        Path yaml = folder.resolve("history.yaml");
        Files.writeString(yaml, """
                format: 1
                name: shop
                sources: {events: {%s, kind: purchase, columns: {customer: who, occurredAt: day}}}
                kinds: {purchase: {}}
                churn: {kind: non-contractual, horizonDays: 30}
                """.formatted(source));
        try {
            new Snapshot(CustomerHistory.read(yaml), folder, new DatabaseSettings(1, 256), Progress.SILENT)
                    .features(LocalDate.of(2024, 4, 1), folder.resolve("out.csv"));
            return "";
        } catch (InputException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void aSourceIsAFileOrATable() throws Exception {
        assertThat(refused("table: sales.events, path: events.csv"))
                .endsWith(
                        "history.yaml line 3: 'path' belongs to a file, and this source is the table 'sales.events'; expected one of the two");
        assertThat(refused("table: sales.events, delimiter: \";\"")).contains("'delimiter' belongs to a file");
        assertThat(refused("table: a.b.c"))
                .endsWith(
                        "'table' is 'a.b.c'; expected the name of a table or view, or that of its schema, a point, and its own");
        assertThat(refused("table: sales.events")).contains("HOLDFAST_HISTORY_URL does not say of which");
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }
}
