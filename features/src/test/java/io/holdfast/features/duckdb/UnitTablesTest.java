package io.holdfast.features.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.features.fixture.HistoryFolder;
import io.holdfast.features.fixture.RandomHistory;
import io.holdfast.features.snapshot.CustomerHistory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the events of units are, and which of them are seen at a time. */
class UnitTablesTest {
    private static final String LINES =
            "CREATE VIEW lines AS SELECT i AS line, 'c' || i % 50 AS unit, 'c' || i % 50 AS customer, 'login' AS kind,"
                    + " TIMESTAMP '2024-01-01 00:00:00' + INTERVAL 1 HOUR * (i % 400) AS occurred, TIMESTAMP '2024-01-01 00:00:00' AS known,"
                    + " NULL AS event_id, CAST(NULL AS BIGINT) AS amount, CAST(NULL AS BIGINT) AS list_price, CAST(NULL AS BIGINT) AS score,"
                    + " CAST(NULL AS VARCHAR) AS product FROM range(1, 601) AS made (i)";

    @TempDir
    private Path folder;

    private Map<String, Integer> seen(Database database, UnitTables tables) {
        Map<String, Integer> seen = new TreeMap<>();
        int[] part = {0};
        tables.eachPart(() -> {
            part[0]++;
            database.query(
                    "SELECT DISTINCT unit FROM event",
                    row -> assertThat(seen.put(row.getString(1), part[0]))
                            .as("the part of " + row.getString(1) + " before")
                            .isNull());
        });
        return seen;
    }

    private UnitTables tables(Database database, long atOnce) {
        new HistoryFolder(folder).with("history.yaml", RandomHistory.YAML);
        UnitTables tables = new UnitTables(
                database, CustomerHistory.read(folder.resolve("history.yaml")).description(), atOnce);
        database.run(
                "CREATE TABLE id_map AS SELECT 'c' || i AS id, 'c' || i + 1 AS customer FROM range(0, 9) AS made (i)");
        tables.createEvents();
        database.run(LINES);
        return tables;
    }

    @Test
    void fewEventsAreInMemoryAndSeenAtOnce() {
        try (Database database = Database.open(new DatabaseSettings(1, 256))) {
            UnitTables tables = tables(database, 600);

            assertThat(tables.add("lines", List.of(), 600, true)).isEqualTo(200);

            assertThat(UnitTables.size(database, "event")).isEqualTo(400);
            assertThat(tables.place("snapshot")).isEqualTo("snapshot");
            assertThat(database.file("disk.duckdb")).doesNotExist();
            assertThat(seen(database, tables)).hasSize(50).containsValue(1).doesNotContainValue(2);
        }
    }

    @Test
    void manyEventsAreOnTheDiskAndSeenInPartsOfWholeUnitsThatBelongTogether() {
        Path file;
        try (Database database = Database.open(new DatabaseSettings(1, 256))) {
            UnitTables tables = tables(database, 100);

            assertThat(tables.add("lines", List.of(), 600, true)).isEqualTo(200);
            assertThat(tables.add("lines", List.of("line <= 30"), 30, true)).isZero();

            file = database.file("disk.duckdb");
            assertThat(file).exists();
            assertThat(UnitTables.size(database, "event")).isEqualTo(430);
            Map<String, Integer> seen = seen(database, tables);
            assertThat(seen).hasSize(50).containsValue(4);
            List<Integer> tied = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                tied.add(seen.get("c" + i));
            }
            assertThat(tied).containsOnly(tied.get(0));
            assertThat(UnitTables.size(database, "event")).as("seen again").isEqualTo(430);
        }
        assertThat(Files.exists(file.getParent())).isFalse();
    }

    @Test
    void whatIsKeptTwiceIsCountedAllTheSame() {
        try (Database database = Database.open(new DatabaseSettings(1, 256))) {
            UnitTables tables = tables(database, 100);

            assertThat(tables.add("lines", List.of(), 600, false)).isEqualTo(200);

            assertThat(UnitTables.size(database, "event")).isEqualTo(600);
        }
    }

    @Test
    void rowsOfAllPartsComeInOneOrder() {
        try (Database database = Database.open(new DatabaseSettings(1, 256))) {
            UnitTables tables = tables(database, 100);
            tables.add("lines", List.of(), 600, true);
            List<String> units = new ArrayList<>();

            tables.query(
                    "SELECT unit, count(*) AS n FROM event GROUP BY unit",
                    "n, unit",
                    row -> units.add(row.getString(1)));

            assertThat(units).hasSize(50).isSorted();
        }
    }
}
