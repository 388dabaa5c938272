package io.holdfast.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.training.fixture.Tables;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTableTest {
    private static final String FOUR_ROWS =
            Tables.HEADER + "a,12.50,gold,1,no\n" + "b,,basic,0,yes\n" + "c,-3,basic,Yes,no\n" + "d,1e2,,no,no\n";

    @TempDir
    private Path folder;

    @Test
    void readsNumbersLevelsFlagsAndLabels() {
        TrainingTable table = Tables.read(folder, Tables.COLUMNS, FOUR_ROWS);

        NumberColumn tenure = (NumberColumn) table.features().get(0);
        LevelColumn plan = (LevelColumn) table.features().get(1);
        LevelColumn autopay = (LevelColumn) table.features().get(2);
        assertThat(table.rows()).isEqualTo(4);
        assertThat(tenure.values()).containsExactly(12.5, Double.NaN, -3, 100);
        assertThat(plan.levels()).containsExactly("basic", "gold");
        assertThat(plan.codes()).containsExactly(1, 0, 0, LevelColumn.MISSING);
        assertThat(autopay.levels()).containsExactly("false", "true");
        assertThat(autopay.codes()).containsExactly(1, 0, 1, 0);
        assertThat(table.positives()).containsExactly(false, true, false, false);
        assertThat(table.positiveRows()).isEqualTo(1);
        assertThat(table.positiveLabel()).isEqualTo("yes");
        assertThat(table.negativeLabel()).isEqualTo("no");
        assertThat(table.id(3)).isEqualTo("d");
        assertThat(table.line(0)).isEqualTo(2);
    }

    @Test
    void levelsAreInTheOrderOfTheirCharactersWhateverTheOrderOfTheRows() {
        String reversed =
                Tables.HEADER + "d,1e2,,no,no\n" + "c,-3,basic,Yes,no\n" + "b,,basic,0,yes\n" + "a,12.50,gold,1,no\n";

        LevelColumn plan = (LevelColumn)
                Tables.read(folder, Tables.COLUMNS, reversed).features().get(1);

        assertThat(plan.levels()).containsExactly("basic", "gold");
        assertThat(plan.codes()).containsExactly(LevelColumn.MISSING, 0, 0, 1);
    }

    @Test
    void theTextOfACellIsEqualWhereTheValuesAre() {
        TrainingTable table = Tables.read(folder, Tables.COLUMNS, FOUR_ROWS);

        assertThat(texts(table, 0)).containsExactly("12.5", "", "-3", "100");
        assertThat(texts(table, 1)).containsExactly("gold", "basic", "basic", "");
        assertThat(texts(table, 2)).containsExactly("true", "false", "true", "false");
    }

    private static List<String> texts(TrainingTable table, int feature) {
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            texts.add(table.features().get(feature).text(row));
        }
        return texts;
    }

    @Test
    void aRowIsTheCustomerThatTheScorerReads() {
        CustomerRecord customer = Tables.read(folder, Tables.COLUMNS, FOUR_ROWS).record(1);

        assertThat(customer.id()).isEqualTo("b");
        assertThat(customer.has(0)).isFalse();
        assertThat(customer.level(1)).isEqualTo("basic");
        assertThat(customer.level(2)).isEqualTo("false");
    }

    @Test
    void whetherAColumnVariesCountsMissingAsAValue() {
        TrainingTable table = Tables.read(
                folder,
                Tables.COLUMNS,
                Tables.HEADER + "a,1,x,1,no\n" + "b,1,x,1,yes\n" + "c,,y,1,no\n" + "d,1,,0,no\n");

        assertThat(table.features())
                .extracting(feature -> feature.varies(new int[] {0, 1}))
                .containsOnly(false);
        assertThat(table.features().get(0).varies(new int[] {0, 2})).isTrue();
        assertThat(table.features().get(1).varies(new int[] {0, 1, 3})).isTrue();
        assertThat(table.features().get(2).varies(new int[] {2, 3})).isTrue();
    }

    @Test
    void rowsOfOneGroupShareANumberAndRowsWithoutOneStandAlone() {
        String columns = Tables.COLUMNS + "home: {role: group}\n";
        String csv = """
                id,tenure,plan,autopay,churn,home
                a,1,x,1,no,H1
                b,1,x,1,yes,
                c,1,x,1,no,H2
                d,1,x,1,no,H1
                e,1,x,1,no,
                """;

        TrainingTable table = Tables.read(folder, columns, csv);

        assertThat(table.grouped()).isTrue();
        assertThat(table.groups()).containsExactly(0, 1, 2, 0, 3);
    }

    @Test
    void withoutAGroupColumnEveryRowStandsAlone() {
        TrainingTable table = Tables.read(folder, Tables.COLUMNS, FOUR_ROWS);

        assertThat(table.grouped()).isFalse();
        assertThat(table.groups()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void aDatedTableKnowsTheDayOfEveryRow() {
        String columns = Tables.COLUMNS + "day: {role: date, kind: date}\n";
        String csv = """
                id,tenure,plan,autopay,churn,day
                a,1,x,1,no,2026-01-31
                a,2,x,1,yes,2026-02-28
                """;

        TrainingTable table = Tables.read(folder, columns, csv);

        assertThat(table.dated()).isTrue();
        assertThat(table.date(1)).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(table.record(1).asOf()).isEqualTo(LocalDate.of(2026, 2, 28));
    }

    @Test
    void sensitiveColumnsAreReadWhetherTheModelLooksAtThemOrNot() {
        String columns = Tables.COLUMNS
                + "sex: {role: ignore, kind: category, sensitive: true}\n"
                + "disabled: {role: ignore, kind: flag, sensitive: true}\n"
                + "note: {role: ignore}\n";
        String csv = """
                id,tenure,plan,autopay,churn,sex,disabled,note
                a,1,x,1,no,f,1,q
                b,1,x,1,yes,,0,q
                """;

        TrainingTable table = Tables.read(folder, columns, csv);

        assertThat(table.sensitive())
                .containsExactly(
                        new SensitiveColumn("sex", List.of("f", "")),
                        new SensitiveColumn("disabled", List.of("yes", "no")));
        assertThat(table.sensitive().get(1).at(new int[] {1})).containsExactly("no");
    }

    @Test
    void aLabelOfFlagsTakesAnyOfItsWords() {
        String columns = Tables.COLUMNS.replace("kind: category, positive: \"yes\"", "kind: flag, positive: \"1\"");

        TrainingTable table = Tables.read(
                folder, columns, Tables.HEADER + "a,1,x,1,yes\n" + "b,1,x,1,0\n" + "c,1,x,1,True\n" + "d,1,x,1,no\n");

        assertThat(table.positives()).containsExactly(true, false, true, false);
        assertThat(table.positiveLabel()).isEqualTo("1");
        assertThat(table.negativeLabel()).isEqualTo("0");
    }

    @Test
    void aTableWithoutIdsIsCountedByRows() {
        String columns = Tables.COLUMNS.replace("id: {role: id}", "").strip();

        TrainingTable table = Tables.read(folder, columns, """
                        tenure,plan,autopay,churn
                        1,x,1,no
                        1,x,1,yes
                        """);

        assertThat(table.identified()).isFalse();
        assertThat(table.id(1)).isEqualTo("2");
        assertThat(table.fingerprint(0)).isEqualTo(table.fingerprint(1));
    }

    @Test
    void fingerprintsTellIdsAndValuesApartButNotWaysOfWritingThem() {
        TrainingTable table = Tables.read(folder, Tables.COLUMNS, FOUR_ROWS);
        TrainingTable rewritten = Tables.read(folder, Tables.COLUMNS, """
                        churn,autopay,id,plan,tenure
                        yes,true,a,gold,12.5
                        yes,0,b2,basic,
                        no,y,c,basic,-3.1
                        """);

        assertThat(rewritten.fingerprint(0)).isEqualTo(table.fingerprint(0));
        assertThat(rewritten.fingerprint(1)).isNotEqualTo(table.fingerprint(1));
        assertThat(rewritten.fingerprint(2)).isNotEqualTo(table.fingerprint(2));
    }

    @Test
    void duplicateIdsAreKeptWhenAllowed() {
        Path yaml = Tables.write(folder, Tables.yaml(Tables.COLUMNS), Tables.HEADER + "a,1,x,1,no\n" + "a,2,x,1,yes\n");
        DatasetDescription description = DatasetDescription.read(yaml);

        TrainingTable table = TrainingTable.read(description.table(yaml), description, true, Progress.SILENT);

        assertThat(table.rows()).isEqualTo(2);
    }

    @Test
    void aTableToEvaluateOnMayHaveFurtherColumnsAndLackTheRest() {
        String columns = Tables.COLUMNS + "home: {role: group}\n";
        Path yaml = Tables.write(folder, Tables.yaml(columns), """
                        extra,id,tenure,plan,autopay,churn
                        ?,a,1,x,1,no
                        ?,a,2,x,1,no
                        """);
        DatasetDescription description = DatasetDescription.read(yaml);

        TrainingTable table =
                TrainingTable.readLabelled(description.table(yaml), description, description.format(), Progress.SILENT);

        assertThat(table.rows()).isEqualTo(2);
        assertThat(table.grouped()).isFalse();
    }

    @Test
    void readingTellsHowFarItIs() {
        Path yaml = Tables.write(folder, Tables.yaml(Tables.COLUMNS), FOUR_ROWS);
        DatasetDescription description = DatasetDescription.read(yaml);
        List<Long> reports = new ArrayList<>();

        TrainingTable.read(description.table(yaml), description, false, (what, done, total) -> reports.add(done));

        assertThat(reports).last().isEqualTo(4L);
    }

    @Test
    void numbersTheCustomersOfItsRows() {
        String columns = Tables.COLUMNS + "day: {role: date}\n";
        String dated = """
                id,tenure,plan,autopay,churn,day
                x,1,a,1,no,2025-01-01
                y,9,b,0,yes,2025-01-01
                x,5,a,1,no,2025-02-01
                z,2,a,1,no,2025-02-01
                y,2,a,1,no,2025-03-01
                """;

        assertThat(Tables.read(folder, Tables.COLUMNS, FOUR_ROWS).customers()).containsExactly(0, 1, 2, 3);
        assertThat(Tables.read(folder, columns, dated).customers()).containsExactly(0, 1, 0, 2, 1);
    }
}
