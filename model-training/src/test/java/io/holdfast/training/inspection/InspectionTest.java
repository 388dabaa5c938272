package io.holdfast.training.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.table.TableFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTest {
    @TempDir
    private Path folder;

    private final SimulatedTables simulated = new SimulatedTables(1);

    @Test
    void guessesWhatCellsHold() throws IOException {
        InspectionReport report = inspect(rows(
                "id,age,plan,autopay,contacted,since,seen,zip,decimal,empty",
                300,
                row -> "C" + row + "," + (20 + row % 50) + ",plan" + row % 4 + "," + row % 2 + ","
                        + (row % 3 == 0 ? "Yes" : "No") + ",2026-01-" + (10 + row % 20) + ",2026-01-05 10:0" + row % 10
                        + ","
                        + "0" + (1000 + row % 70) + "," + row % 2 + ".0,"));

        assertThat(kind(report, "age")).isEqualTo(ColumnKind.NUMBER);
        assertThat(kind(report, "plan")).isEqualTo(ColumnKind.CATEGORY);
        assertThat(kind(report, "autopay")).isEqualTo(ColumnKind.FLAG);
        assertThat(kind(report, "contacted")).isEqualTo(ColumnKind.FLAG);
        assertThat(kind(report, "since")).isEqualTo(ColumnKind.DATE);
        assertThat(kind(report, "zip")).isEqualTo(ColumnKind.CATEGORY);
        assertThat(kind(report, "decimal")).isEqualTo(ColumnKind.FLAG);
        assertThat(column(report, "id").role()).isEqualTo(ColumnRole.ID);
        assertThat(column(report, "since").role()).isEqualTo(ColumnRole.IGNORE);
        assertThat(column(report, "seen").remarks()).containsExactly("times of day");
        assertThat(column(report, "zip").remarks()).containsExactly("numbers with leading zeros");
        assertThat(column(report, "empty").remarks()).containsExactly("always missing");
        assertThat(column(report, "empty").missing()).isEqualTo(300);
    }

    @Test
    void guessesTheLabelByItsName() throws IOException {
        InspectionReport report = inspect(
                rows("promo,Churned,n", 100, row -> row % 2 + "," + (row % 4 == 0 ? "True" : "False") + "," + row % 7));

        assertThat(report.label()).hasValueSatisfying(label -> {
            assertThat(label.column()).isEqualTo("Churned");
            assertThat(label.positive()).isEqualTo("True");
            assertThat(label.rate()).isEqualTo(.25);
        });
        assertThat(report.labelStated()).isFalse();
    }

    @Test
    void twoLabelsByNameAreNotGuessedBetween() throws IOException {
        InspectionReport report =
                inspect(rows("churn,cancelled,n", 100, row -> row % 2 + "," + row % 3 % 2 + "," + row % 7));

        assertThat(report.label()).isEmpty();
        assertThat(report.labelCandidates()).extracting(LabelCandidate::column).containsExactly("churn", "cancelled");
        assertThat(report.text()).contains("not guessed; columns of two values: 'churn', 'cancelled'");
    }

    @Test
    void theRarerValueIsPositiveWhereWordsDoNotTell() throws IOException {
        InspectionReport report = inspect(rows("churn,n", 100, row -> (row % 5 == 0 ? "B" : "A") + "," + row % 7));

        assertThat(report.label())
                .hasValueSatisfying(label -> assertThat(label.positive()).isEqualTo("B"));
    }

    @Test
    void takesTheLabelThatIsStated() throws IOException {
        Path table = write(rows("gone,n", 100, row -> (row % 5 == 0 ? "1" : "2") + "," + row % 7));

        InspectionReport report = inspect(table, InspectionSettings.defaults().withLabel("gone", "2"));

        assertThat(report.label()).hasValueSatisfying(label -> {
            assertThat(label.positives()).isEqualTo(80);
            assertThat(label.negative()).isEqualTo("1");
        });
    }

    @Test
    void guessesTheValueOfAStatedLabelWhereItIsObvious() throws IOException {
        assertThat(guessed("yes", "no", 2)).isEqualTo("yes");
        assertThat(guessed("no", "left", 4)).isEqualTo("left");
        assertThat(guessed("gone", "here", 4)).isEqualTo("gone");
        assertThat(guessed("here", "gone", 4)).isEqualTo("here");

        Path even = write(rows("n,state", 100, row -> row + "," + (row % 2 == 0 ? "A" : "B")));
        assertRefused(even, "state", "", "bad_label", "'A' in 50 rows and 'B' in 50", "expected one of the two");
        Path both = write(rows("n,state", 100, row -> row + "," + (row % 2 == 0 ? "1" : "yes")));
        assertRefused(both, "state", "", "bad_label", "'1' in 50 rows and 'yes' in 50");
    }

    /** @param every so many rows have the first of two values once */
    private String guessed(String first, String other, int every) throws IOException {
        Path table = write(rows("n,state", 100, row -> row + "," + (row % every == 0 ? first : other)));
        return inspect(table, InspectionSettings.defaults().withLabel("state", ""))
                .label()
                .orElseThrow()
                .positive();
    }

    @Test
    void idsOfManyShapesAreNotCalledNumbers() throws IOException {
        List<String> shapes = List.of("+86138", "0012", "P/20", "A7", "客户", "001D");
        Path table = write(rows("id,churn", 120, row -> shapes.get(row % 6) + row + "," + (row % 4 == 0 ? 1 : 0)));

        assertThat(column(inspect(table, InspectionSettings.defaults()), "id").remarks())
                .contains("some values begin with 0")
                .doesNotContain("numbers with leading zeros");
    }

    @Test
    void refusesALabelTheTableDoesNotHave() throws IOException {
        Path table = write(rows("churn,plan,n", 100, row -> row % 2 + "," + row % 3 + "," + row % 7));

        assertRefused(table, "chrun", "1", "missing_column", "'chrun'", "'churn'");
        assertRefused(table, "churn", "yes", "bad_label", "'churn' never reads 'yes'", "'0' or '1'");
        assertRefused(table, "plan", "1", "bad_label", "'plan' has 3 different values; expected two");
    }

    @Test
    void rowsWithoutALabelAreNeitherLeaversNorStayers() throws IOException {
        InspectionReport report = inspect(
                rows("churn,status", 400, row -> row % 4 == 0 ? ",open" : row % 4 == 1 ? "yes,closed" : "no,open"));

        assertThat(report.label()).hasValueSatisfying(label -> {
            assertThat(label.positives()).isEqualTo(100);
            assertThat(label.missing()).isEqualTo(100);
        });
        assertThat(report.leaks()).extracting(LeakSuspect::column).containsExactly("status");
    }

    @Test
    void countsDuplicatesAndContradictionsWithoutIds() throws IOException {
        InspectionReport report = inspect("id,churn,n,m\na1,yes,1,2\na2,yes,1,2\na3,no,1,2\na4,no,2,3\na5,no,4,4\n"
                + rows("", 40, row -> "b" + row + ",no," + (10 + row) + "," + row)
                        .substring(1));

        assertThat(report.duplicates()).isEqualTo(new RowDuplicates(1, 1));
    }

    @Test
    void idsCountedUpInTheOrderOfLeavingAreSuspected() throws IOException {
        InspectionReport report = inspect(rows(
                "customer,churn,n",
                1000,
                row -> String.format("C-%06d", row) + "," + (row < 300 ? "yes" : "no") + "," + simulated.normal()));

        assertThat(report.leaks())
                .singleElement()
                .satisfies(leak -> assertThat(leak.sign()).isEqualTo(LeakSuspect.Sign.IDENTIFIER));
        assertThat(report.remarks()).anyMatch(remark -> remark.contains("sorted by the label"));
    }

    @Test
    void namesTheColumnThatKeepsCopiesTogether() throws IOException {
        SimulatedTables.Table twins = simulated.withCopies(simulated.customers(1000, 10), 1, .01, 0);
        InspectionReport report = inspect(rows(
                header(10) + ",household,churn",
                2000,
                row -> line(twins, row) + ",h" + row % 1000 + "," + row % 3 % 2));

        assertThat(report.nearCopies().found()).isTrue();
        assertThat(report.groupColumn()).hasValue("household");
        assertThat(report.text()).contains("Give 'household' the role group");
    }

    @Test
    void saysWhereNoColumnKeepsCopiesTogether() throws IOException {
        SimulatedTables.Table twins = simulated.withCopies(simulated.customers(1000, 10), 1, .01, 0);
        InspectionReport report =
                inspect(rows(header(10) + ",churn", 2000, row -> line(twins, row) + "," + row % 3 % 2));

        assertThat(report.nearCopies().found()).isTrue();
        assertThat(report.groupColumn()).isEmpty();
        assertThat(report.text()).contains("near-copies  FOUND", "No column keeps them together");
    }

    @Test
    void aHistoryOfEventsIsNoCustomerTable() throws IOException {
        InspectionReport report =
                inspect(rows("customer_id,date,amount", 500, row -> row % 60 + ",2026-01-1" + row % 10 + "," + row));

        assertThat(report.remarks())
                .anyMatch(remark -> remark.contains("'customer_id' has 60 values in 500 dated rows"));
        assertThat(column(report, "customer_id").role()).isEqualTo(ColumnRole.IGNORE);
        assertThat(column(report, "customer_id").summary()).isEmpty();
    }

    @Test
    void wordsAmongNumbersAreToldAndCountAsMissing() throws IOException {
        InspectionReport report = inspect(rows(
                "churn,balance", 5000, row -> row % 2 + "," + (row % 100 == 0 ? "N/A" : String.valueOf(row / 7.0))));

        assertThat(kind(report, "balance")).isEqualTo(ColumnKind.NUMBER);
        assertThat(report.remarks())
                .contains(
                        "'balance' holds 'N/A' in 50 cells among numbers; if that means missing, list it under 'missing'.");
    }

    @Test
    void ofAVeryLargeTableTheFirstRowsAreInspected() throws IOException {
        Path table = write(rows("churn,n", 20_000, row -> row % 2 + "," + row % 7));

        InspectionReport report = inspect(table, InspectionSettings.defaults().withMostCells(10_000));

        assertThat(report.rows()).isEqualTo(20_000);
        assertThat(report.inspected()).isEqualTo(5_000);
        assertThat(report.remarks()).anyMatch(remark -> remark.startsWith("Only the first 5,000 of 20,000 rows"));
    }

    @Test
    void aTableWithoutRowsIsRefused() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> inspect("churn,n\n"))
                .withMessageContaining("has a header but no rows")
                .satisfies(e -> assertThat(e.code()).isEqualTo("no_rows"));
    }

    @Test
    void oneRowIsInspected() throws IOException {
        InspectionReport report = inspect("churn,n\n1,2\n");

        assertThat(report.label()).isEmpty();
        assertThat(report.text()).contains("1 row, 2 columns");
    }

    @Test
    void aDescriptionSaysWhatColumnsAreFor() throws IOException {
        write(rows("churn,n,code", 500, row -> (row % 3 == 0 ? "x" : "y") + "," + row % 7 + "," + row % 5));
        Path yaml = folder.resolve("dataset.yaml");
        Files.writeString(yaml, """
                format: 1
                name: described
                table: {path: table.csv}
                columns:
                  churn: {role: label, positive: "y"}
                  n: {role: feature, kind: number}
                  code: {role: ignore}
                """);

        InspectionReport report = Inspection.inspectDescribed(yaml, InspectionSettings.defaults(), Progress.SILENT);

        assertThat(report.labelStated()).isTrue();
        assertThat(report.label())
                .hasValueSatisfying(label -> assertThat(label.positive()).isEqualTo("y"));
        assertThat(kind(report, "code")).isEqualTo(ColumnKind.CATEGORY);
        assertThat(column(report, "code").role()).isEqualTo(ColumnRole.IGNORE);
    }

    @Test
    void settingsRefuseAPositiveWithoutItsLabel() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> InspectionSettings.defaults().withLabel("", "yes"))
                .withMessageContaining("without a label");
    }

    @Test
    void theReportIsAlignedAlsoInChinese() throws IOException {
        InspectionReport report = inspect(rows("是否流失,月费", 100, row -> (row % 4 == 0 ? "是" : "否") + "," + row % 33));

        assertThat(report.label())
                .hasValueSatisfying(label -> assertThat(label.positive()).isEqualTo("是"));
        assertThat(report.text()).contains("是否流失  flag").contains("月费      number");
    }

    private void assertRefused(Path table, String label, String positive, String code, String... words) {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> inspect(table, InspectionSettings.defaults().withLabel(label, positive)))
                .withMessageContainingAll(words)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    private static String header(int width) {
        StringBuilder header = new StringBuilder("x0");
        for (int c = 1; c < width; c++) {
            header.append(",x").append(c);
        }
        return header.toString();
    }

    private static String line(SimulatedTables.Table table, int row) {
        StringBuilder line = new StringBuilder();
        table.columns().forEach(values -> line.append(line.isEmpty() ? "" : ",").append(values[row]));
        return line.toString();
    }

    private static String rows(String header, int count, IntFunction<String> row) {
        StringBuilder csv = new StringBuilder(header).append('\n');
        for (int i = 0; i < count; i++) {
            csv.append(row.apply(i)).append('\n');
        }
        return csv.toString();
    }

    private Path write(String csv) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), csv);
    }

    private InspectionReport inspect(String csv) throws IOException {
        return inspect(write(csv), InspectionSettings.defaults());
    }

    private static InspectionReport inspect(Path table, InspectionSettings settings) {
        return Inspection.inspect(table, TableFormat.csv(), settings, Progress.SILENT);
    }

    private static ColumnProfile column(InspectionReport report, String name) {
        return report.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ColumnKind kind(InspectionReport report, String name) {
        return column(report, name).kind();
    }
}
