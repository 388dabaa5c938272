package io.holdfast.training.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.AdditiveParts;
import io.holdfast.scoring.model.CodedRow;
import io.holdfast.scoring.model.ModelInput;
import io.holdfast.scoring.model.Term;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.data.FeatureColumn;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.evaluation.EvaluationSettings;
import io.holdfast.training.evaluation.Evaluator;
import io.holdfast.training.evaluation.Metric;
import io.holdfast.training.evaluation.Metrics;
import io.holdfast.training.evaluation.ScoredRows;
import io.holdfast.training.fixture.Customers;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.split.Part;
import io.holdfast.training.split.Split;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every trainer must pass; extend it and name the trainer. */
public abstract class ChurnTrainerContract {
    private static final int ROWS = 3000;

    @TempDir
    private Path folder;

    /** A new trainer with its default settings. */
    protected abstract ChurnTrainer trainer();

    private TrainingTable customers(String csv) {
        return Tables.read(folder, Tables.COLUMNS, csv);
    }

    private AdditiveModel train(TrainingTable table, Split split, long seed) {
        return new AdditiveModel(trainer().train(table, split, seed, Progress.SILENT));
    }

    private static byte[] bytes(AdditiveModel model) {
        return model.serialize().toByteArray();
    }

    private static Metrics judge(AdditiveModel model, TrainingTable table, int[] rows) {
        double[] probabilities = Arrays.stream(new RowCoder(table).logOdds(model, rows))
                .map(AdditiveModel::probability)
                .toArray();
        boolean[] positives = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            positives[i] = table.positive(rows[i]);
        }
        ScoredRows scored = new ScoredRows(probabilities, positives, Map.of());
        return Evaluator.evaluate(scored, new EvaluationSettings(1, 100)).model();
    }

    @Test
    void learnsWhoLeaves() {
        TrainingTable table = customers(Customers.csv(ROWS, 1));
        Split split = Split.of(table, 1);

        Metrics metrics = judge(train(table, split, 1), table, split.rows(Part.TEST));

        assertThat(metrics.measure(Metric.ROC_AUC).known().orElseThrow()).isGreaterThan(0.75);
        assertThat(metrics.measure(Metric.CALIBRATION_GAP).known().orElseThrow())
                .isBetween(-0.05, 0.05);
    }

    @Test
    void learnsNothingFromShuffledLabels() {
        TrainingTable table = customers(Customers.shuffledLabels(ROWS, 1));
        Split split = Split.of(table, 1);

        Metrics metrics = judge(train(table, split, 1), table, split.rows(Part.TEST));

        assertThat(metrics.measure(Metric.ROC_AUC).known().orElseThrow()).isCloseTo(0.5, within(0.06));
    }

    @Test
    void equalTablesAndSeedsGiveEqualModels() {
        String csv = Customers.csv(ROWS, 1);
        TrainingTable table = customers(csv);
        byte[] once = bytes(train(table, Split.of(table, 1), 1));

        TrainingTable again = customers(csv);

        assertThat(bytes(train(again, Split.of(again, 1), 1))).isEqualTo(once);
        ChurnTrainer used = trainer();
        used.train(table, Split.of(table, 1), 1, Progress.SILENT);
        assertThat(bytes(new AdditiveModel(used.train(table, Split.of(table, 1), 1, Progress.SILENT))))
                .as("a trainer used twice")
                .isEqualTo(once);
    }

    @Test
    void theOrderOfTheColumnsInTheFileDoesNotMatter() {
        String csv = Customers.csv(ROWS, 1);
        TrainingTable table = customers(csv);
        byte[] once = bytes(train(table, Split.of(table, 1), 1));
        StringBuilder turned = new StringBuilder();
        csv.lines().forEach(line -> {
            String[] cells = line.split(",", -1);
            turned.append(String.join(",", cells[4], cells[2], cells[0], cells[3], cells[1]))
                    .append('\n');
        });

        TrainingTable other = customers(turned.toString());

        assertThat(bytes(train(other, Split.of(other, 1), 1))).isEqualTo(once);
    }

    @Test
    void testRowsChangeNothing() {
        String csv = Customers.csv(ROWS, 1);
        TrainingTable table = customers(csv);
        Split split = Split.of(table, 1);
        AdditiveParts honest = trainer().train(table, split, 1, Progress.SILENT);
        List<String> lines = csv.lines().toList();
        StringBuilder spoiled = new StringBuilder(lines.get(0)).append('\n');
        for (int row = 0; row < table.rows(); row++) {
            boolean test = split.part(row) == Part.TEST;
            spoiled.append(
                    test ? "T" + row + ",9999,never-seen,1," + (row % 2 == 0 ? "yes" : "no") : lines.get(row + 1));
            spoiled.append('\n');
        }

        AdditiveParts blind = trainer().train(customers(spoiled.toString()), split, 1, Progress.SILENT);

        assertThat(blind.intercept()).isEqualTo(honest.intercept());
        assertThat(inputs(blind)).isEqualTo(inputs(honest));
        assertThat(bytes(new AdditiveModel(withoutFacts(blind))))
                .isEqualTo(bytes(new AdditiveModel(withoutFacts(honest))));
    }

    private static List<String> inputs(AdditiveParts parts) {
        return parts.inputs().stream().map(ModelInput::name).toList();
    }

    /** The digest of the whole table is a fact, and rightly differs. */
    private static AdditiveParts withoutFacts(AdditiveParts parts) {
        return new AdditiveParts(
                parts.name(),
                parts.positiveLabel(),
                parts.negativeLabel(),
                parts.intercept(),
                parts.inputs(),
                parts.terms(),
                Map.of());
    }

    @Test
    void inputsAreTheFeaturesInOrderAndTheLabelsAreTheTables() {
        TrainingTable table = customers(Customers.csv(ROWS, 1));

        AdditiveModel model = train(table, Split.of(table, 1), 1);

        assertThat(model.inputs().stream().map(ModelInput::name))
                .containsExactlyElementsOf(
                        table.features().stream().map(FeatureColumn::name).toList());
        assertThat(model.positiveLabel()).isEqualTo("yes");
        assertThat(model.getName()).isEqualTo("tiny-" + trainer().name());
        assertThat(model.facts())
                .containsEntry("trainer", trainer().name())
                .containsEntry("seed", "1")
                .containsEntry("tableDigest", table.digest())
                .containsKey("calibration");
    }

    @Test
    void everyTermAveragesToZeroOverTheTrainingRows() {
        TrainingTable table = customers(Customers.csv(ROWS, 1));
        Split split = Split.of(table, 1);
        AdditiveModel model = train(table, split, 1);
        RowCoder coder = new RowCoder(table);
        CodedRow row = model.newRow();

        for (Term term : model.terms()) {
            double[] sums = new double[model.inputs().size()];
            for (int training : split.rows(Part.TRAINING)) {
                coder.fill(row, training);
                term.addTo(sums, row);
            }
            assertThat(sums).containsExactly(new double[sums.length], within(1e-8));
        }
    }

    @Test
    void aMissingAnUnseenAndAnExtremeValueGiveFiniteLogOdds() {
        TrainingTable table = customers(Customers.csv(ROWS, 1));
        AdditiveModel model = train(table, Split.of(table, 1), 1);
        CodedRow row = model.newRow();
        double[] contributions = new double[3];

        assertThat(model.logOdds(row, contributions)).isFinite();
        row.number(0, 1e300);
        row.level(1, "never seen");
        row.level(2, "true");
        assertThat(model.logOdds(row, contributions)).isFinite();
    }

    @Test
    void aColumnThatIsConstantOrAlwaysMissingContributesNothing() {
        String columns =
                Tables.COLUMNS + "same: {role: feature, kind: number}\n" + "none: {role: feature, kind: number}\n"
                        + "word: {role: feature, kind: category}\n" + "blank: {role: feature, kind: category}\n";
        StringBuilder csv = new StringBuilder();
        List<String> lines = Customers.csv(ROWS, 1).lines().toList();
        csv.append(lines.get(0)).append(",same,none,word,blank\n");
        lines.stream().skip(1).forEach(line -> csv.append(line).append(",0.1,,w,\n"));
        TrainingTable table = Tables.read(folder, columns, csv.toString());
        Split split = Split.of(table, 1);
        AdditiveModel model = train(table, split, 1);
        CodedRow row = model.newRow();
        new RowCoder(table).fill(row, split.rows(Part.TRAINING)[0]);
        double[] contributions = new double[7];

        model.logOdds(row, contributions);

        assertThat(Arrays.copyOfRange(contributions, 3, 7)).containsExactly(new double[4], within(1e-12));
    }

    @Test
    void oneClassIsRefused() {
        TrainingTable table = customers(Customers.csv(300, 1).replace(",yes\n", ",no\n"));

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> train(table, Split.of(table, 1), 1))
                .withMessageContaining("same label");
    }

    @Test
    void featuresThatNeverVaryAreRefused() {
        StringBuilder csv = new StringBuilder(Tables.HEADER);
        for (int row = 0; row < 100; row++) {
            csv.append(row)
                    .append(",1,x,1,")
                    .append(row % 3 == 0 ? "yes" : "no")
                    .append('\n');
        }
        TrainingTable table = customers(csv.toString());

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> train(table, Split.of(table, 1), 1))
                .withMessageContaining("no feature varies");
    }

    @Test
    void progressReachesItsEnd() {
        TrainingTable table = customers(Customers.csv(500, 1));
        long[] last = new long[2];

        trainer().train(table, Split.of(table, 1), 1, (what, done, total) -> {
            last[0] = done;
            last[1] = total;
        });

        assertThat(last[0]).isPositive().isEqualTo(last[1]);
    }
}
