package io.holdfast.training.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fixture.Customers;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.fixture.TrainedCustomers;
import io.holdfast.training.fixture.Twins;
import io.holdfast.training.split.Folds;
import io.holdfast.training.split.FoldsFile;
import io.holdfast.training.split.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that belong together stay together, whether the table says so or the rows themselves do. */
class RowsTogetherTest {
    private static final String UNGROUPED = Twins.columns("ignore", "ignore");

    @TempDir
    private Path folder;

    private static void assertPairsOnOneSide(TrainingResult result) {
        for (long person = 0; person < Twins.PEOPLE; person++) {
            assertThat(result.heldOut().contains(2 * person + 1))
                    .isEqualTo(result.heldOut().contains(2 * person + 2));
        }
    }

    private static int[] pairs() {
        return IntStream.range(0, 2 * Twins.PEOPLE).map(row -> row / 2).toArray();
    }

    private Path write(String columns) {
        return Tables.write(folder, Tables.yaml(columns), Twins.csv());
    }

    private RowsTogether together(String yaml, String csv) {
        return RowsTogether.of(Tables.load(Tables.write(folder, yaml, csv)), 1);
    }

    @Test
    void nearCopiesStandOnOneSideAndTheModelSaysSo() {
        TrainingResult result = TrainedCustomers.train(write(UNGROUPED));

        assertPairsOnOneSide(result);
        assertThat(result.facts().get(0)).endsWith(", near-copies on one side");
        assertThat(result.notes())
                .anyMatch(note -> note.startsWith("Of 500 sampled rows, 100 % have another row that is nearly the same")
                        && note.contains("Near-copies, 1,200 rows in 600 groups, stay together")
                        && note.contains("role group"));
        assertThat(result.evaluation().intervals().method()).endsWith("whole groups of near-copies");
    }

    @Test
    void aBundleFindsTheHeldOutRowsOfATableWithNearCopiesAgain() {
        TrainingResult result = TrainedCustomers.train(write(UNGROUPED));

        HeldOut again = HeldOut.of(TrainedCustomers.bundle(result), folder.resolve("table.csv"), 0, Progress.SILENT);

        assertThat(again.numbers().toArray())
                .isEqualTo(result.heldOut().numbers().toArray());
    }

    @Test
    void acknowledgedNearCopiesAreTakenAsIndependentRows() {
        RowsTogether together =
                together(Tables.yaml("acknowledged: {near-copies: twins indeed}\n", UNGROUPED), Twins.csv());

        assertThat(together.groups()).doesNotHaveDuplicates();
        assertThat(together.notes())
                .singleElement()
                .asString()
                .contains("taken as independent")
                .endsWith("twins indeed");
    }

    @Test
    void aGroupThatKeepsNearCopiesTogetherIsEnough() {
        TrainingResult result = TrainedCustomers.train(write(Twins.columns("group", "ignore")));

        assertPairsOnOneSide(result);
        assertThat(result.notes()).noneMatch(note -> note.contains("nearly the same"));
        assertThat(result.evaluation().intervals().method()).endsWith("whole groups");
    }

    @Test
    void aGroupThatPartsNearCopiesIsJoinedWithThem() {
        String csv = regrouped(row -> row % 2 == 0 ? row / 20 : 100_000 + row);

        RowsTogether together = together(Tables.yaml(Twins.columns("group", "ignore")), csv);

        assertThat(together.groups())
                .isEqualTo(IntStream.range(0, 2 * Twins.PEOPLE)
                        .map(row -> row / 20)
                        .toArray());
        assertThat(together.notes()).singleElement().asString().contains("parts some of them");
    }

    /** The twins with another number in the column {@code person}. */
    private static String regrouped(IntUnaryOperator group) {
        String[] lines = Twins.csv().split("\n");
        for (int row = 0; row + 1 < lines.length; row++) {
            String[] cells = lines[row + 1].split(",");
            cells[5] = Integer.toString(group.applyAsInt(row));
            lines[row + 1] = String.join(",", cells);
        }
        return String.join("\n", lines) + "\n";
    }

    @Test
    void anOrdinaryTableIsLeftAlone() {
        RowsTogether together = together(Tables.yaml(Tables.COLUMNS), Customers.csv(1000, 1));

        assertThat(together.groups()).doesNotHaveDuplicates();
        assertThat(together.notes()).isEmpty();
    }

    @Test
    void inTimeNearCopiesMayStandOnBothSidesButAreDealtTogether() {
        TrainingTable table = Tables.load(write(Twins.columns("ignore", "date")));
        RowsTogether together = RowsTogether.of(table, 1);

        Split split = Split.of(table, together.groups(), 1);

        assertThat(split.groups()).isEqualTo(pairs());
        assertThat(together.notes()).singleElement().asString().contains("boundary in time");
        assertThat(IntStream.range(0, table.rows()))
                .allMatch(row -> split.part(row) == Split.of(table, 1).part(row));
    }

    @Test
    void bagsFollowGivenFolds() throws IOException {
        TrainingTable table = Tables.load(write(UNGROUPED));
        RowsTogether together = RowsTogether.of(table, 1);
        Folds keeping = folds(table, row -> row / 2 % 5);
        Folds parting = folds(table, row -> row % 5);

        assertThat(together.groupsWithin(keeping)).isEqualTo(pairs());
        assertThat(together.groupsWithin(parting)).doesNotHaveDuplicates();
        assertThat(together.notes(keeping)).singleElement().asString().contains("given folds and in the bags");
        assertThat(together.notes(parting))
                .singleElement()
                .asString()
                .contains("keep only 0 %")
                .endsWith("memory of copies, not foresight.");
        assertThat(keeping.keeping(pairs()).split(0, 1).groups()).isEqualTo(pairs());
    }

    private Folds folds(TrainingTable table, IntUnaryOperator fold) throws IOException {
        StringBuilder csv = new StringBuilder("a\n");
        IntStream.range(0, table.rows())
                .map(fold)
                .forEach(number -> csv.append(number).append('\n'));
        return FoldsFile.read(Files.writeString(folder.resolve("folds.csv"), csv), table);
    }

    @Test
    void aChainOfNearCopiesAndGroupsThatNoPartCanHoldIsRefused() {
        String linked = regrouped(row -> (row + 1) / 2);
        RowsTogether together = together(Tables.yaml(Twins.columns("group", "ignore")), linked);

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(together::requireDealable)
                .withMessageContaining("1,200 of its rows hang together")
                .withMessageContaining("role group")
                .withMessageContaining("acknowledged");
    }
}
