package io.holdfast.features.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.features.duckdb.DatabaseSettings;
import io.holdfast.features.fixture.HistoryFolder;
import io.holdfast.features.fixture.RandomHistory;
import io.holdfast.features.snapshot.CustomerHistory;
import io.holdfast.features.snapshot.Snapshot;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.progress.Progress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of a real PostgreSQL give the features that files with the same cells give. */
@Tag("slow")
class PostgresqlSourceTest {
    private static EmbeddedPostgres server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        try {
            server = EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
        } catch (IOException | IllegalStateException e) {
            Assumptions.abort("No PostgreSQL can be started here: " + e.getMessage());
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        run("DROP SCHEMA IF EXISTS sales CASCADE; CREATE SCHEMA sales;");
    }

    private static void run(String... statements) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Map<String, String> environment() {
        return Map.of(
                SourceDatabase.URL,
                "jdbc:postgresql://localhost:" + server.getPort() + "/postgres",
                SourceDatabase.USER,
                "postgres",
                SourceDatabase.PASSWORD,
                "postgres");
    }

    private Snapshot snapshot(Map<String, String> environment) {
        return new Snapshot(
                CustomerHistory.read(folder.resolve("history.yaml")),
                folder,
                new DatabaseSettings(2, 512, environment),
                Progress.SILENT);
    }

    private List<String> features(String asOf) throws IOException {
        Path file = folder.resolve("features.csv");
        snapshot(environment()).features(LocalDate.parse(asOf), file);
        return Files.readAllLines(file);
    }

    private Map<String, String> row(String asOf, String unit) throws IOException {
        List<String> lines = features(asOf);
        String[] header = lines.get(0).split(",", -1);
        String[] cells = lines.stream()
                .filter(line -> line.split(",", -1)[1].equals(unit))
                .findFirst()
                .orElseThrow()
                .split(",", -1);
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < header.length; i++) {
            row.put(header[i], cells[i]);
        }
        return row;
    }

    private void yaml(String zone, String table) {
        new HistoryFolder(folder)
                .with(
                        "history.yaml",
                        "format: 1",
                        "name: shop",
                        "until: 2024-05-01",
                        "timeZone: " + zone,
                        "sources: {events: {table: " + table
                                + ", kind: purchase, columns: {customer: Who, occurredAt: at, amount: paid}}}",
                        "measures: {amount: {scale: 2}}",
                        "kinds: {purchase: {measures: [amount]}}",
                        "churn: {kind: non-contractual, horizonDays: 30, atRiskDays: 365}",
                        "value: {models: false}");
    }

    private void refused(String code, String... parts) {
        assertThatThrownBy(() -> snapshot(environment()).features(LocalDate.of(2024, 4, 1), folder.resolve("f.csv")))
                .isInstanceOfSatisfying(
                        InputException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContainingAll(parts)
                .hasMessageNotContaining("password=");
        assertThat(folder.resolve("f.csv")).doesNotExist();
    }

    /** All text, as the cells of a file are; an empty cell is NULL. */
    private static void table(String name, String header, List<String> lines) throws SQLException {
        List<String> statements = new ArrayList<>();
        statements.add("CREATE TABLE sales." + name + " ("
                + List.of(header.split(",", -1)).stream()
                        .map(column -> "\"" + column + "\" text")
                        .collect(Collectors.joining(", "))
                + ")");
        statements.add("INSERT INTO sales." + name + " VALUES "
                + lines.stream()
                        .map(line -> List.of(line.split(",", -1)).stream()
                                .map(cell -> cell.isEmpty() ? "NULL" : "'" + cell + "'")
                                .collect(Collectors.joining(", ", "(", ")")))
                        .collect(Collectors.joining(", ")));
        run(statements.toArray(String[]::new));
    }

    @Test
    void givesTheFeaturesOfFilesWithTheSameCells() throws Exception {
        RandomHistory random = new RandomHistory(71);
        List<String> events = random.events(700);
        List<String> attributes = random.attributes(80, 0, 730);
        List<String> ids = random.merges(3, 300, 730);
        HistoryFolder files = new HistoryFolder(folder)
                .with("history.yaml", RandomHistory.YAML)
                .with("events.csv", RandomHistory.file(RandomHistory.EVENTS, events))
                .with("attributes.csv", RandomHistory.file(RandomHistory.ATTRIBUTES, attributes))
                .with("ids.csv", RandomHistory.file(RandomHistory.IDS, ids));
        List<String> ofFiles = files.features("2024-07-01");

        table("events", RandomHistory.EVENTS, random.shuffled(events));
        run(
                "ALTER TABLE sales.events ALTER COLUMN amount TYPE numeric(12, 4) USING amount::numeric, ALTER COLUMN list TYPE numeric USING"
                        + " list::numeric, ALTER COLUMN score TYPE smallint USING score::smallint, ALTER COLUMN at TYPE timestamp USING at::timestamp,"
                        + " ALTER COLUMN arrived TYPE timestamp USING arrived::timestamp");
        table("attributes", RandomHistory.ATTRIBUTES, attributes);
        table("ids", RandomHistory.IDS, ids);
        files.with(
                "history.yaml",
                RandomHistory.YAML.stream()
                        .map(line -> line.replaceAll("path: (\\w+)\\.csv", "table: sales.$1"))
                        .toList());

        assertThat(features("2024-07-01")).hasSizeGreaterThan(10).isEqualTo(ofFiles);
    }

    @Test
    void readsNumbersWithAllTheirDigitsAndInstantsByTheirZone() throws Exception {
        run(
                "CREATE TABLE sales.events (\"Who\" char(8), at timestamptz, paid numeric)",
                "INSERT INTO sales.events VALUES ('a', '2024-03-31 15:59:59+00', 1.10), ('a', '2024-03-31 16:00:00+00', 50),"
                        + " ('a', '2024-03-31 23:59:59+08', 123456789012.34), ('b', '2024-03-01 00:00+00', NULL)");
        yaml("Asia/Shanghai", "sales.events");

        assertThat(row("2024-04-01", "a"))
                .containsEntry("purchase_amount_365d", "1.2345678901344E11")
                .containsEntry("purchase_days_since", "1")
                .containsEntry("purchase_count_30d", "2");
        assertThat(row("2024-04-01", "b")).containsEntry("purchase_amount_365d", "0");
    }

    @Test
    void readsViewsAndBinaryNumbersByTheScale() throws Exception {
        run(
                "CREATE TABLE sales.raw (\"Who\" int, at date, paid float8)",
                "INSERT INTO sales.raw VALUES (7, '2024-03-31', 0.1), (7, '2024-03-30', 0.2)",
                "CREATE VIEW sales.events AS SELECT * FROM sales.raw");
        yaml("UTC", "sales.events");

        assertThat(row("2024-04-01", "7")).containsEntry("purchase_amount_365d", "0.3");
    }

    @Test
    void refusesWhatIsNoNumberOrNoTimeWithCountsAndExamples() throws Exception {
        run(
                "CREATE TABLE sales.events (\"Who\" text, at timestamp, paid numeric)",
                "INSERT INTO sales.events VALUES ('a', '2024-03-31', 'NaN'), ('a', '2024-03-30', 1)");
        yaml("UTC", "sales.events");
        refused(
                "bad_measure",
                "PostgreSQL table sales.events: 1 of 2 rows have a value of 'amount' that cannot be read",
                "(row 1: 'NaN')");

        run("UPDATE sales.events SET paid = 1.005, at = '2024-03-31'");
        refused("bad_measure", "2 of 2 rows", "'1.005'", "at most 2 decimal places");

        run("UPDATE sales.events SET paid = 1, at = 'infinity'");
        refused("bad_time", "2 of 2 rows have a time that cannot be read", "'infinity'");

        run(
                "ALTER TABLE sales.events ALTER COLUMN paid TYPE float8",
                "UPDATE sales.events SET paid = 'NaN', at = '2024-03-31'");
        refused(
                "not_finite",
                "PostgreSQL table sales.events row 1: column 'paid' holds 'NaN'; expected a finite number");
    }

    @Test
    void saysWhatItDoesNotFindOrMayNotRead() throws Exception {
        yaml("UTC", "sales.orders");
        refused("no_such_table", "PostgreSQL table sales.orders: postgresql://localhost:", "has no such table");
        yaml("UTC", "nowhere.orders");
        refused("no_such_table", "PostgreSQL table nowhere.orders");

        run("CREATE TABLE sales.events (\"who\" text, at timestamp, paid numeric)");
        yaml("UTC", "sales.events");
        refused(
                "missing_column",
                "PostgreSQL table sales.events has no column 'Who', which the history's description names; it has who, at, paid");

        run("ALTER TABLE sales.events RENAME COLUMN who TO \"Who\"");
        refused("no_events", "the history has no events");

        run(
                "DROP ROLE IF EXISTS reader",
                "CREATE ROLE reader LOGIN PASSWORD 'r34der'",
                "GRANT USAGE ON SCHEMA sales TO reader");
        Map<String, String> reader = new HashMap<>(environment());
        reader.putAll(Map.of(SourceDatabase.USER, "reader", SourceDatabase.PASSWORD, "r34der"));
        assertThatThrownBy(() -> snapshot(reader).features(LocalDate.of(2024, 4, 1), folder.resolve("f.csv")))
                .hasMessageContaining("PostgreSQL table sales.events: the user of postgresql://localhost:")
                .hasMessageNotContaining("r34der");
    }

    @Test
    void saysOfAUserOrDatabaseThatIsNoneWithoutThePassword() throws Exception {
        yaml("UTC", "sales.events");
        Map<String, String> stranger = new HashMap<>(environment());
        stranger.putAll(Map.of(SourceDatabase.USER, "nobody", SourceDatabase.PASSWORD, "s3cret"));
        assertThatThrownBy(() -> snapshot(stranger).features(LocalDate.of(2024, 4, 1), folder.resolve("f.csv")))
                .isInstanceOfSatisfying(
                        InputException.class, e -> assertThat(e.code()).isEqualTo("access_denied"))
                .hasMessageContaining("refuses the user or the password")
                .hasMessageNotContaining("s3cret");

        Map<String, String> elsewhere = new HashMap<>(environment());
        elsewhere.put(SourceDatabase.URL, "jdbc:postgresql://localhost:" + server.getPort() + "/elsewhere");
        assertThatThrownBy(() -> snapshot(elsewhere).features(LocalDate.of(2024, 4, 1), folder.resolve("f.csv")))
                .hasMessageContaining("/elsewhere: the server has no such database");
    }

    @Test
    void seesAllTablesAsTheyWereAtOneMoment() throws Exception {
        run(
                "CREATE TABLE sales.first (id int)",
                "INSERT INTO sales.first VALUES (1)",
                "CREATE TABLE sales.second AS SELECT * FROM sales.first");
        List<String> read = new ArrayList<>();
        try (SourceReading reading = SourceReading.open(SourceDatabase.of(environment(), "sales.first"))) {
            reading.read("sales.first", List.of("id"), (number, cells) -> read.add(cells[0]));
            run("INSERT INTO sales.second VALUES (2)");
            reading.read("sales.second", List.of("id"), (number, cells) -> read.add(cells[0]));
        }

        assertThat(read).containsExactly("1", "1");
    }

    @Test
    void canChangeNothing() throws Exception {
        run(
                "CREATE TABLE sales.first (id int)",
                "CREATE FUNCTION sales.add() RETURNS int LANGUAGE sql AS 'INSERT INTO sales.first VALUES (1) RETURNING id'",
                "CREATE VIEW sales.trap AS SELECT sales.add() AS id");
        try (SourceReading reading = SourceReading.open(SourceDatabase.of(environment(), "sales.trap"))) {
            assertThatThrownBy(() -> reading.read("sales.trap", List.of("id"), (number, cells) -> {}))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("read-only transaction");
        }
    }

    @Test
    void streamsMoreRowsThanItFetchesAtOnce() throws Exception {
        run(
                "CREATE TABLE sales.events AS SELECT 'c' || i % 1000 AS \"Who\", DATE '2024-01-01' + i % 90 AS at, (i % 7)::numeric AS paid"
                        + " FROM generate_series(1, 25000) AS i");
        yaml("UTC", "sales.events");

        assertThat(snapshot(environment()).features(LocalDate.of(2024, 4, 1), folder.resolve("f.csv")))
                .anyMatch(sentence -> sentence.startsWith("25,000 events, 1,000 rows"));
    }
}
