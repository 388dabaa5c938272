package io.holdfast.features.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.features.fixture.HistoryFolder;
import io.holdfast.scoring.fault.InputException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A history in Parquet gives the features of the same history in CSV, whatever types its columns have. */
class ParquetSourceTest {
    private static final List<String> EVENTS = List.of(
            "customer,kind,day,amount,quantity",
            "a,purchase,2024-01-05,12.30,2",
            "a,purchase,2024-01-20,0.70,100",
            "a,return,2024-01-21,-12.30,-2",
            "b,purchase,2024-01-07,99.90,");

    @TempDir
    private Path folder;

    private HistoryFolder history(String file, String cleaning) {
        return new HistoryFolder(folder)
                .with(
                        "history.yaml",
                        "format: 1",
                        "name: typed",
                        "until: 2024-02-02",
                        "sources: {events: {path: " + file
                                + ", columns: {customer: customer, kind: kind, occurredAt: day, amount: amount, quantity: quantity}}}",
                        "measures: {amount: {scale: 2}, quantity: {scale: 3}}",
                        "kinds: {purchase: {measures: [amount, quantity]}, return: {measures: [amount, quantity]}}",
                        "churn: {kind: non-contractual, horizonDays: 30}",
                        "cleaning: {" + cleaning + "}")
                .with("events.csv", EVENTS);
    }

    private void parquet(String amount, String quantity, String further) throws SQLException {
        String csv = folder.resolve("events.csv").toString();
        String out = folder.resolve("events.parquet").toString();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT customer, kind, CAST(day AS TIMESTAMP) AS day, CAST(amount AS " + amount
                    + ") AS amount, CAST(quantity AS " + quantity + ") AS quantity FROM read_csv('" + csv
                    + "', all_varchar = true) " + further + ") TO '" + out + "' (FORMAT parquet)");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "DECIMAL(9, 2); INTEGER",
                "DECIMAL(4, 2); TINYINT",
                "DECIMAL(9, 1); SMALLINT",
                "DECIMAL(18, 2); BIGINT",
                "DECIMAL(38, 6); DECIMAL(9, 3)",
                "DOUBLE; DOUBLE",
                "VARCHAR; VARCHAR"
            })
    void holdsTheSameWhateverTheTypes(String amount, String quantity) throws SQLException {
        List<String> text = history("events.csv", "").features("2024-02-01");
        HistoryFolder history = history("events.parquet", "");
        parquet(amount, quantity, "");

        assertThat(history.features("2024-02-01")).isEqualTo(text);
    }

    /** The features, or that the history is refused, whatever the file is called. */
    private static String outcome(HistoryFolder history) {
        try {
            return String.join("\n", history.features("2024-02-01"));
        } catch (InputException e) {
            return e.code();
        }
    }

    /** At both ends of each type, and where a number has more digits than are summed exactly. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "TINYINT; 127; -128; false",
                "SMALLINT; 32767; -32768; false",
                "INTEGER; 2147483647; -2147483648; false",
                "UINTEGER; 4294967295; 0; false",
                "DECIMAL(12, 0); 999999999999; -999999999999; false",
                "DECIMAL(18, 3); 999999999999.999; -999999999999.999; false",
                "BIGINT; 9223372036854775807; 1; true",
                "BIGINT; 1; -9223372036854775808; true",
                "DECIMAL(38, 3); 9223372036854775.808; 1; true",
                "DECIMAL(38, 4); 1; 0.0005; true",
                "HUGEINT; 170141183460469231731687303715884105727; 1; true",
            })
    void readsTheEndsOfATypeAsItReadsThemAsText(String type, String largest, String smallest, boolean refused)
            throws SQLException {
        List<String> events = List.of(
                "customer,kind,day,amount,quantity",
                "a,purchase,2024-01-05,1," + largest,
                "b,purchase,2024-01-05,1,1",
                "b,return,2024-01-06,1," + smallest);
        String text = outcome(history("events.csv", "").with("events.csv", events));
        HistoryFolder typed = history("events.parquet", "").with("events.csv", events);
        parquet("DECIMAL(9, 2)", type, "");

        assertThat(outcome(typed)).isEqualTo(text);
        assertThat(!text.contains("\n")).isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource({"999999999999, true", "1000, false"})
    void aProductOfThreeWithTooManyDigitsIsToldAsSuch(String each, boolean refused) throws SQLException {
        HistoryFolder history = history("events.csv", "")
                .with(
                        "history.yaml",
                        "format: 1",
                        "name: three",
                        "until: 2024-02-02",
                        "sources: {events: {path: events.csv, columns: {customer: customer, kind: kind, occurredAt: day,"
                                + " amount: [amount, quantity, rate]}}}",
                        "measures: {amount: {scale: 2}}",
                        "kinds: {purchase: {measures: [amount]}}",
                        "churn: {kind: non-contractual, horizonDays: 30}")
                .with(
                        "events.csv",
                        "customer,kind,day,amount,quantity,rate",
                        "a,purchase,2024-01-05," + each + "," + each + "," + each,
                        "b,purchase,2024-01-05,1,1,1");

        assertThat(!outcome(history).contains("\n")).isEqualTo(refused);
    }

    private HistoryFolder ids(String type, String... ids) throws SQLException {
        HistoryFolder history = new HistoryFolder(folder)
                .with(
                        "history.yaml",
                        "format: 1",
                        "name: ids",
                        "until: 2024-02-02",
                        "sources: {events: {path: events.parquet, kind: purchase, columns: {customer: customer_id, occurredAt: day}}}",
                        "kinds: {purchase: {}}",
                        "churn: {kind: non-contractual, horizonDays: 30}",
                        "cleaning: {withoutCustomer: drop}");
        String rows = Stream.of(ids)
                .map(id -> "(CAST(" + id + " AS " + type + "), TIMESTAMP '2024-01-05')")
                .collect(Collectors.joining(", "));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT * FROM (VALUES " + rows + ") AS t(customer_id, day)) TO '"
                    + folder.resolve("events.parquet") + "' (FORMAT parquet)");
        }
        return history;
    }

    /** As pandas writes a column of ids of which one is empty. */
    @ParameterizedTest
    @CsvSource({"DOUBLE, 9007199254740991", "FLOAT, 16777215", "BIGINT, 9007199254740993"})
    void namesCustomersByWholeNumbersHoweverTheyAreKept(String type, String largest) throws SQLException {
        HistoryFolder history = ids(type, "1000", "NULL", "-7", largest);

        assertThat(history.features("2024-02-01").stream().skip(1).map(line -> line.split(",", -1)[1]))
                .containsExactlyInAnyOrder("1000", "-7", largest);
    }

    @Test
    void takesAnIdThatIsNotANumberForNone() throws SQLException {
        HistoryFolder history = ids("DOUBLE", "1000", "'nan'");

        assertThat(history.features("2024-02-01")).hasSize(2);
        assertThat(history.said("2024-02-01")).anyMatch(line -> line.contains("1 of 2 rows have no customer"));
    }

    @ParameterizedTest
    @CsvSource({
        "DOUBLE, 1000.5, 9007199254740992",
        "DOUBLE, 9007199254740992, 9007199254740992",
        "DOUBLE, 'inf', 9007199254740992",
        "FLOAT, 16777216, 16777216"
    })
    void refusesFloatingIdsThatAreNotExact(String type, String id, String limit) throws SQLException {
        HistoryFolder history = ids(type, "1000", id.equals("inf") ? "'inf'" : id);

        assertThatThrownBy(() -> history.features("2024-02-01"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(
                        folder.resolve("events.parquet")
                                + ": 1 of 2 rows have an id in column 'customer_id', which holds floating numbers, that is not whole or has too many digits to be exact (row 2: '")
                .hasMessageEndingWith("'); expected whole numbers below " + limit + ", or ids as text");
    }

    @Test
    void sumsTheLargestIntegers() throws SQLException {
        HistoryFolder history = history("events.parquet", "");
        parquet(
                "DECIMAL(9, 2)",
                "INTEGER",
                "UNION ALL SELECT 'c', 'purchase', TIMESTAMP '2024-01-09', 1.00, 2147483647");

        assertThat(history.row("2024-02-01", "c")).containsEntry("purchase_quantity_365d", "2147483647");
    }

    @Test
    void findsRowsThatRepeatAnother() throws SQLException {
        HistoryFolder history = history("events.parquet", "exactDuplicates: drop");
        parquet("DECIMAL(9, 2)", "INTEGER", "UNION ALL SELECT 'b', 'purchase', TIMESTAMP '2024-01-07', 99.90, NULL");

        assertThat(history.said("2024-02-01"))
                .contains(folder.resolve("events.parquet")
                        + ": 1 of 5 rows repeat another in every described column: left out");
        assertThat(history.row("2024-02-01", "b")).containsEntry("purchase_count_30d", "1");
    }
}
