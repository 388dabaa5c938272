package io.holdfast.training.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fixture.Customers;
import io.holdfast.training.fixture.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldsTest {
    private static final String GROUPED = """
            house: {role: group}
            tenure: {role: feature, kind: number}
            churn: {role: label, kind: category, positive: "yes"}
            """;

    @TempDir
    Path folder;

    private TrainingTable customers(int rows) {
        return Tables.read(folder, Tables.COLUMNS, Customers.csv(rows, 1));
    }

    @Test
    void drawnFoldsHaveEqualSharesOfRowsAndLeavers() {
        TrainingTable table = customers(503);

        Folds folds = Folds.stratified(table, table.groups(), 5, 3, 7);

        assertThat(folds.repeats()).containsExactly("rep0", "rep1", "rep2");
        for (int repeat = 0; repeat < 3; repeat++) {
            int[] rows = new int[5];
            int[] leavers = new int[5];
            for (int row = 0; row < table.rows(); row++) {
                rows[folds.fold(repeat, row)]++;
                leavers[folds.fold(repeat, row)] += table.positive(row) ? 1 : 0;
            }
            assertThat(folds.count(repeat)).isEqualTo(5);
            assertThat(Arrays.stream(rows).max().orElseThrow()
                            - Arrays.stream(rows).min().orElseThrow())
                    .isLessThanOrEqualTo(2);
            assertThat(Arrays.stream(leavers).max().orElseThrow()
                            - Arrays.stream(leavers).min().orElseThrow())
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void repeatsAndSeedsDealDifferently() {
        TrainingTable table = customers(200);
        Folds folds = Folds.stratified(table, table.groups(), 4, 2, 7);

        assertThat(dealt(folds, 0)).isNotEqualTo(dealt(folds, 1));
        assertThat(dealt(Folds.stratified(table, table.groups(), 4, 1, 7), 0)).isEqualTo(dealt(folds, 0));
        assertThat(dealt(Folds.stratified(table, table.groups(), 4, 1, 8), 0)).isNotEqualTo(dealt(folds, 0));
    }

    private static int[] dealt(Folds folds, int repeat) {
        return IntStream.range(0, 200).map(row -> folds.fold(repeat, row)).toArray();
    }

    @Test
    void aGroupStaysInOneFold() {
        StringBuilder csv = new StringBuilder("house,tenure,churn\n");
        for (int row = 0; row < 300; row++) {
            csv.append("h").append(row / 3).append(',').append(row % 17).append(row % 5 == 0 ? ",yes\n" : ",no\n");
        }
        TrainingTable table = Tables.read(folder, GROUPED, csv.toString());

        Folds folds = Folds.stratified(table, table.groups(), 5, 2, 1);

        assertThat(folds.parted(table)).isZero();
        Split split = folds.split(1, 2);
        for (int row = 0; row < 300; row++) {
            assertThat(split.part(row)).isEqualTo(split.part(row / 3 * 3));
            assertThat(split.part(row) == Part.TEST).isEqualTo(folds.fold(1, row) == 2);
        }
        assertThat(split.size(Part.TRAINING)).isEqualTo(300 - split.size(Part.TEST));
    }

    @Test
    void readsAFile() throws IOException {
        TrainingTable table = customers(6);
        Path file = Files.writeString(folder.resolve("folds.csv"), "a,b\n0,1\n1,0\n2,1\n0,0\n1,1\n2,0\n");

        Folds folds = FoldsFile.read(file, table);

        assertThat(folds.repeats()).containsExactly("a", "b");
        assertThat(folds.count(0)).isEqualTo(3);
        assertThat(folds.count(1)).isEqualTo(2);
        assertThat(folds.fold(0, 2)).isEqualTo(2);
        assertThat(folds.fold(1, 2)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a;0;1;0;1;0 | has fewer lines than table.csv has rows; expected 6 lines below the header",
                "a;0;1;0;1;0;1;0 | has more lines than table.csv has rows; expected 6 lines below the header",
                "a;0;1;0;1;0;-1 | line 7, column 'a': '-1'; expected the number of a fold",
                "a;0;1;0;x;0;1 | line 5, column 'a': 'x'; expected the number of a fold",
                "a;0;0;0;0;0;0 | column 'a' has no row in fold 1; expected at least two folds",
                "a;0;2;0;2;0;2 | column 'a' has no row in fold 1; expected at least two folds"
            })
    void refusesAFileThatGivesNoFolds(String lines, String told) throws IOException {
        TrainingTable table = customers(6);
        Path file = Files.writeString(folder.resolve("folds.csv"), lines.replace(';', '\n') + "\n");

        assertThatThrownBy(() -> FoldsFile.read(file, table))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("folds.csv")
                .hasMessageContaining(told.replace("table.csv", table.name()));
    }

    @Test
    void refusesMoreFoldsThanThereAreLeavers() {
        TrainingTable table = customers(12);
        Folds folds = Folds.stratified(table, table.groups(), 12, 1, 1);

        assertThatThrownBy(() -> folds.requireBothClasses(table))
                .isInstanceOf(InputException.class)
                .hasMessageMatching(".*: fold [0-9]+ of repeat 'rep0' holds customers of one class only .*");
    }

    @Test
    void countsTheGroupsThatAFilePartsAcrossFolds() throws IOException {
        TrainingTable table =
                Tables.read(folder, GROUPED, "house,tenure,churn\nh1,1,yes\nh1,2,no\nh2,3,yes\nh2,4,no\nh3,5,no\n");
        Path file = Files.writeString(folder.resolve("folds.csv"), "a\n0\n1\n0\n0\n1\n");

        assertThat(FoldsFile.read(file, table).parted(table)).isEqualTo(1);
    }
}
