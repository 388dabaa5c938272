package io.holdfast.training.additive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.AdditiveParts;
import io.holdfast.scoring.model.CodedRow;
import io.holdfast.scoring.model.ForestTerm;
import io.holdfast.scoring.model.Term;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fit.AffineCalibration;
import io.holdfast.training.fit.RowCoder;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.split.Part;
import io.holdfast.training.split.Split;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tribuo.Model;

/** Contributions of what the engine really learns are Shapley values, and sum to the log-odds. */
class ExactReasonsTest {
    private static final int ROWS = 4000;
    private static final double EXACT = 1e-9;

    @TempDir
    private Path folder;

    /** Whatever pairs, triples and trees are found are kept. */
    private static AdditiveSettings entangling() {
        AdditiveSettings settings = AdditiveSettings.defaults();
        double always = Double.NEGATIVE_INFINITY;
        return settings.withInteraction(settings.interaction().withNeeded(always, always))
                .withTrees(settings.trees().withLeastZ(always));
    }

    private static AdditiveParts train(TrainingTable table, int threads) {
        return new AdditiveTrainer(entangling(), threads).train(table, Split.of(table, 1), 1, Progress.SILENT);
    }

    private static List<Integer> orders(AdditiveParts parts) {
        return parts.terms().stream()
                .map(Term::inputs)
                .map(List::size)
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void contributionsAreTheShapleyValuesOverAllCoalitionsOfIndependentColumns() {
        TrainingTable table = Entangled.table(folder, ROWS, 1);
        Split split = Split.of(table, 1);
        AdditiveParts parts = train(table, 2);
        assertThat(orders(parts)).contains(1, 2, 3);
        assertThat(parts.terms()).hasAtLeastOneElementOfType(ForestTerm.class);
        AdditiveModel model = new AdditiveModel(parts);
        ShapleyByEnumeration reference = new ShapleyByEnumeration(model, table, split.rows(Part.TRAINING));
        CodedRow row = model.newRow();
        double[] contributions = new double[model.inputs().size()];

        assertThat(model.intercept()).isCloseTo(reference.base(), within(EXACT));
        for (int number = 0; number < 60; number++) {
            new RowCoder(table).fill(row, number);
            model.logOdds(row, contributions);

            assertThat(contributions).containsExactly(reference.values(row), within(EXACT));
        }
    }

    @Test
    void theSumOfBaseAndContributionsIsTheLogOddsAfterCalibrationAndSerialisation() throws Exception {
        TrainingTable table = Entangled.table(folder, ROWS, 1);
        AdditiveParts raw = train(table, 2);
        AffineCalibration map = new AffineCalibration(0.83, -0.21, 9);
        AdditiveModel model = new AdditiveModel(raw);
        AdditiveModel calibrated = new AdditiveModel(map.foldInto(raw));
        AdditiveModel read = (AdditiveModel) Model.deserialize(calibrated.serialize());
        int[] all = IntStream.range(0, table.rows()).toArray();
        RowCoder coder = new RowCoder(table);

        double[] before = coder.logOdds(model, all);
        double[] after = coder.logOdds(calibrated, all);

        assertThat(coder.logOdds(read, all)).containsExactly(after);
        CodedRow row = read.newRow();
        double[] contributions = new double[read.inputs().size()];
        for (int i = 0; i < all.length; i++) {
            assertThat(after[i]).isCloseTo(map.shift() + map.slope() * before[i], within(EXACT));
            coder.fill(row, i);
            read.logOdds(row, contributions);
            assertThat(read.intercept() + DoubleSum.of(contributions)).isCloseTo(after[i], within(EXACT));
        }
    }

    @Test
    void theNumberOfThreadsChangesNoBit() {
        TrainingTable table = Entangled.table(folder, ROWS, 1);
        byte[] alone = new AdditiveModel(train(table, 1)).serialize().toByteArray();

        assertThat(new AdditiveModel(train(table, 3)).serialize().toByteArray()).isEqualTo(alone);
        assertThat(new AdditiveModel(train(table, 8)).serialize().toByteArray()).isEqualTo(alone);
    }

    @Test
    void theSumHoldsInWhateverOrderTheRowsCame() {
        List<String> lines = Entangled.csv(ROWS, 1).lines().toList();
        String turned = lines.get(0) + "\n"
                + IntStream.range(1, lines.size())
                        .mapToObj(i -> lines.get(lines.size() - i) + "\n")
                        .collect(Collectors.joining());
        TrainingTable table = Tables.read(folder, Entangled.COLUMNS, turned);
        AdditiveModel model = new AdditiveModel(train(table, 2));
        ShapleyByEnumeration reference =
                new ShapleyByEnumeration(model, table, Split.of(table, 1).rows(Part.TRAINING));
        CodedRow row = model.newRow();
        new RowCoder(table).fill(row, 5);
        double[] contributions = new double[model.inputs().size()];

        double logOdds = model.logOdds(row, contributions);

        assertThat(contributions).containsExactly(reference.values(row), within(EXACT));
        assertThat(model.intercept() + DoubleSum.of(contributions)).isCloseTo(logOdds, within(EXACT));
    }

    @Test
    void aColumnThatNoTermReadsContributesExactlyZero() {
        String columns =
                Entangled.COLUMNS + "same: {role: feature, kind: number}\n" + "twin: {role: feature, kind: number}\n";
        List<String> lines = Entangled.csv(ROWS, 1).lines().toList();
        String csv = lines.get(0) + ",same,twin\n"
                + lines.stream()
                        .skip(1)
                        .map(line -> line + ",7," + twice(line.split(",", -1)[1]) + "\n")
                        .collect(Collectors.joining());
        TrainingTable table = Tables.read(folder, columns, csv);
        AdditiveModel model = new AdditiveModel(train(table, 2));
        CodedRow row = model.newRow();
        double[] contributions = new double[model.inputs().size()];

        assertThat(model.facts()).containsEntry("leftOutAsCopies", "twin of calls");
        for (int number = 0; number < 200; number++) {
            new RowCoder(table).fill(row, number);
            model.logOdds(row, contributions);
            assertThat(contributions[5]).isZero();
            assertThat(contributions[6]).isZero();
        }
    }

    private static String twice(String cell) {
        return cell.isEmpty() ? "" : Integer.toString(2 * Integer.parseInt(cell));
    }
}
