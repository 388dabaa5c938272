package io.holdfast.training.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.table.TableFormat;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescriptionDraftTest {
    @TempDir
    private Path folder;

    @Test
    void describesTheColumnsOfTheTable() throws IOException {
        DatasetDescription description = draft(csv(
                "id,gender,tenure,autopay,decimal,churn",
                row -> "c" + row + ","
                        + (row % 2 == 0 ? "f" : "m") + "," + row % 71 + "," + row % 3 % 2 + "," + row % 2 + ".0,"
                        + (row % 5 == 0 ? "Yes" : "No")));

        assertThat(description.id()).map(Column::name).hasValue("id");
        assertThat(description.label().positive()).isEqualTo("Yes");
        assertThat(description.features())
                .extracting(Column::name)
                .containsExactly("gender", "tenure", "autopay", "decimal");
        assertThat(column(description, "gender").sensitive()).isTrue();
        assertThat(column(description, "tenure").kind()).isEqualTo(ColumnKind.NUMBER);
        assertThat(column(description, "autopay").flagTokens().isYes("1")).isTrue();
        assertThat(column(description, "decimal").flagTokens().isYes("1.0")).isTrue();
        description.requireForTraining(
                "table.csv", description.columns().stream().map(Column::name).toList());
    }

    @Test
    void aHistoryOfCustomersIsToldByIdAndDate() throws IOException {
        Path table = Files.writeString(
                folder.resolve("history.csv"),
                csv(
                        "row_id,customer_id,snapshot_date,tenure,churn",
                        row -> (90_000 - row) + ",c" + row % 60 + ","
                                + LocalDate.of(2024, 1, 1).plusMonths(row / 60) + "," + row % 71 + ","
                                + (row % 7 == 0 ? "Yes" : "No")));
        InspectionReport report =
                Inspection.inspect(table, TableFormat.csv(), InspectionSettings.defaults(), Progress.SILENT);
        String yaml = report.draft("history.csv");
        DatasetDescription description = DatasetDescription.read("history.yaml", yaml.getBytes(StandardCharsets.UTF_8));

        assertThat(description.id()).map(Column::name).hasValue("customer_id");
        assertThat(description.with(ColumnRole.DATE)).map(Column::name).hasValue("snapshot_date");
        assertThat(column(description, "row_id").role()).isEqualTo(ColumnRole.IGNORE);
        assertThat(yaml).contains("horizonDays: 30    # needed");
        assertThat(report.text()).contains("each at most once a 'snapshot_date': the table is a history of customers");
        assertThat(report.text()).contains("ids          row_id, customer_id");
    }

    @Test
    void customersWithTwoRowsADayAreNoHistory() throws IOException {
        DatasetDescription description = draft(csv(
                "customer_id,day,tenure,churn",
                row -> "c" + row % 60 + ",2026-01-0" + (1 + row / 120) + "," + row % 71 + ","
                        + (row % 7 == 0 ? "Yes" : "No")));

        assertThat(description.id()).isEmpty();
        assertThat(description.with(ColumnRole.DATE)).isEmpty();
    }

    @Test
    void namesAndCellsThatYamlCouldMisreadComeBackUnchanged() throws IOException {
        String header = "\"a: b\",\"#x\",'q',\"say \"\"hi\"\"\",back\\slash,no,月费,- dash,churn";
        DatasetDescription description = draft(csv(
                header,
                row -> row % 7 + "," + row % 6 + "," + row % 5 + "," + row % 4 + ",[v" + row % 3 + ",{v" + row % 4
                        + ",&v" + row % 5 + ",*v" + row % 7 + "," + (row % 5 == 0 ? "\"on: #1\"" : "off")));

        assertThat(description.columns())
                .extracting(Column::name)
                .containsExactly("a: b", "#x", "'q'", "say \"hi\"", "back\\slash", "no", "月费", "- dash", "churn");
        assertThat(description.label().positive()).isEqualTo("on: #1");
    }

    @Test
    void keepsHowTheTableIsWritten() throws IOException {
        TableFormat format = new TableFormat('\t', Charset.forName("GB18030"), Set.of("", "未知"));
        Path table = folder.resolve("客户.csv");
        Files.write(
                table,
                csv("是否流失\t月费", row -> (row % 4 == 0 ? "是" : "否") + "\t" + row % 33)
                        .getBytes(format.encoding()));

        DatasetDescription description = read(inspect(table, format).draft("客户.csv"));

        assertThat(description.format()).isEqualTo(format);
        assertThat(description.tablePath()).isEqualTo("客户.csv");
        assertThat(description.name()).isEqualTo("customers");
    }

    @Test
    void suspectedLeaksAreIgnoredAndTheEvidenceStandsBeside() throws IOException {
        Path table = write(
                csv("churn,closed,n", row -> row % 5 / 4 + "," + (row % 5 == 4 ? "done" : "open") + "," + row % 13));

        String yaml = inspect(table, TableFormat.csv()).draft("table.csv");

        assertThat(yaml)
                .contains("# Suspected leak. Column 'closed' takes 2 values, each of which goes with one label only.");
        assertThat(column(read(yaml), "closed").role()).isEqualTo(ColumnRole.IGNORE);
    }

    @Test
    void aColumnThatKeepsNearCopiesTogetherIsTheGroup() throws IOException {
        SimulatedTables simulated = new SimulatedTables(1);
        SimulatedTables.Table twins = simulated.withCopies(simulated.customers(500, 6), 1, .01, 0);
        Path table = write(csv("a,b,c,d,e,f,household,churn", row -> {
            StringBuilder line = new StringBuilder();
            twins.columns().forEach(values -> line.append(values[row]).append(','));
            return line + "h" + row % 500 + "," + row % 3 % 2;
        }));

        DatasetDescription description = read(inspect(table, TableFormat.csv()).draft("table.csv"));

        assertThat(description.with(ColumnRole.GROUP)).map(Column::name).hasValue("household");
    }

    @Test
    void withoutALabelToGuessAPlaceholderSaysWhatToFillIn() throws IOException {
        Path table = write(csv("a,b,c", row -> row % 7 + "," + row % 5 + "," + row % 3));

        String yaml = inspect(table, TableFormat.csv()).draft("table.csv");

        assertThat(yaml).contains("# No column could be told to be the label");
        assertThat(read(yaml).features()).extracting(Column::name).containsExactly("a", "b", "c");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> LabelPlaceholder.requireFilledIn("dataset.yaml", read(yaml)))
                .withMessageContaining("dataset.yaml does not say yet who left")
                .withMessageContaining("the cell of those who left");
    }

    @Test
    void refusesToDescribeATableWithoutFeatures() throws IOException {
        InspectionReport report = inspect(write(csv("churn,id", row -> row % 2 + ",c" + row)), TableFormat.csv());

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> report.draft("table.csv"))
                .withMessageContaining("expected at least one")
                .satisfies(e -> assertThat(e.code()).isEqualTo("no_feature"));
    }

    @Test
    void refusesToDescribeAColumnNoDescriptionCanName() throws IOException {
        InspectionReport report =
                inspect(write(csv("churn,\"two\nlines\"", row -> row % 2 + "," + row % 7)), TableFormat.csv());

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> report.draft("table.csv"))
                .withMessageContaining("'two\\nlines'")
                .satisfies(e -> assertThat(e.code()).isEqualTo("bad_column_name"));
    }

    @Test
    void theNameIsThatOfTheFileAsFarAsANameMayBe() throws IOException {
        InspectionReport report = inspect(write(csv("churn,n", row -> row % 2 + "," + row % 7)), TableFormat.csv());

        assertThat(read(report.draft("../in/Our Customers (2026).csv.gz")).name())
                .isEqualTo("our-customers-2026-");
        assertThat(read(report.draft("__.csv")).name()).isEqualTo("customers");
    }

    private static String csv(String header, IntFunction<String> row) {
        StringBuilder csv = new StringBuilder(header).append('\n');
        for (int i = 0; i < 1000; i++) {
            csv.append(row.apply(i)).append('\n');
        }
        return csv.toString();
    }

    private Path write(String csv) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), csv);
    }

    private DatasetDescription draft(String csv) throws IOException {
        return read(inspect(write(csv), TableFormat.csv()).draft("table.csv"));
    }

    private static InspectionReport inspect(Path table, TableFormat format) {
        return Inspection.inspect(table, format, InspectionSettings.defaults(), Progress.SILENT);
    }

    private static DatasetDescription read(String yaml) {
        return DatasetDescription.read("draft.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static Column column(DatasetDescription description, String name) {
        return description.column(name).orElseThrow();
    }
}
