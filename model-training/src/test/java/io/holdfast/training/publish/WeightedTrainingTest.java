package io.holdfast.training.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.model.AdditiveParts;
import io.holdfast.scoring.model.LinearTerm;
import io.holdfast.scoring.model.ModelInput;
import io.holdfast.scoring.model.TableTerm;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.additive.AdditiveSettings;
import io.holdfast.training.additive.AdditiveTrainer;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.evaluation.EvaluationSettings;
import io.holdfast.training.evaluation.Metric;
import io.holdfast.training.fit.ChurnTrainer;
import io.holdfast.training.fixture.Customers;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.fixture.TrainedCustomers;
import io.holdfast.training.logistic.LogisticSettings;
import io.holdfast.training.logistic.LogisticTrainer;
import io.holdfast.training.split.Part;
import io.holdfast.training.split.Split;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A column of role weight, from the table to the bundle. */
class WeightedTrainingTest {
    private static final String COLUMNS = Tables.COLUMNS + "worth: {role: weight}\n";
    private static final List<ChurnTrainer> LEARNERS = List.of(
            new AdditiveTrainer(AdditiveSettings.defaults(), 2), new LogisticTrainer(LogisticSettings.defaults()));

    @TempDir
    private Path folder;

    /** The customers with a weight that depends on their line. */
    private static String csv(UnaryOperator<String> weight) {
        StringBuilder csv = new StringBuilder();
        for (String line : Customers.csv(1200, 3).lines().toList()) {
            String cell = csv.isEmpty() ? "worth" : weight.apply(line);
            csv.append(line).append(',').append(cell).append('\n');
        }
        return csv.toString();
    }

    private static String leaversThreefold(String line) {
        return line.endsWith(",yes") ? "3" : "1";
    }

    private AdditiveParts model(ChurnTrainer learner, String columns, String csv) {
        TrainingTable table = Tables.read(folder, columns, csv);
        return learner.train(table, Split.of(table, table.groups(), 5), 5, Progress.SILENT);
    }

    private static void assertSame(AdditiveParts one, AdditiveParts other) {
        assertThat(one.intercept()).isEqualTo(other.intercept());
        assertThat(one.inputs().stream().map(input -> input.coding().bins()))
                .containsExactlyElementsOf(other.inputs().stream()
                        .map(input -> input.coding().bins())
                        .toList());
        assertThat(one.terms()).hasSameSizeAs(other.terms()).isNotEmpty();
        for (int t = 0; t < one.terms().size(); t++) {
            if (one.terms().get(t) instanceof TableTerm table) {
                assertThat(table.values())
                        .containsExactly(((TableTerm) other.terms().get(t)).values());
            } else if (one.terms().get(t) instanceof LinearTerm line) {
                assertThat(line).isEqualTo(other.terms().get(t));
            }
        }
    }

    @Test
    void equalWeightsGiveTheModelOfNoneToTheLastBit() {
        for (ChurnTrainer learner : LEARNERS) {
            assertSame(
                    model(learner, COLUMNS, csv(line -> "2")), model(learner, Tables.COLUMNS, Customers.csv(1200, 3)));
        }
    }

    @Test
    void onlyTheRatiosOfWeightsMatter() {
        for (ChurnTrainer learner : LEARNERS) {
            assertSame(
                    model(learner, COLUMNS, csv(line -> leaversThreefold(line).equals("3") ? "12" : "4")),
                    model(learner, COLUMNS, csv(WeightedTrainingTest::leaversThreefold)));
        }
    }

    @Test
    void leaversWhoCountThreefoldRaiseTheLogOddsByThree() {
        for (ChurnTrainer learner : LEARNERS) {
            double even = model(learner, Tables.COLUMNS, Customers.csv(1200, 3)).intercept();
            double raised = model(learner, COLUMNS, csv(WeightedTrainingTest::leaversThreefold))
                    .intercept();

            assertThat(raised - even).as(learner.name()).isCloseTo(StrictMath.log(3), within(.4));
        }
    }

    /** Half of the rows say the opposite of the others; who weighs little is not believed. */
    @Test
    void rowsOfLittleWeightTeachLittle() {
        StringBuilder csv = new StringBuilder();
        for (String line : Customers.csv(1200, 3).lines().toList()) {
            boolean turned = !csv.isEmpty() && Integer.parseInt(line.substring(1, line.indexOf(','))) % 2 == 0;
            String label = line.substring(line.lastIndexOf(',') + 1);
            String cell = csv.isEmpty() ? "worth" : turned ? "0.001" : "1";
            csv.append(line, 0, line.lastIndexOf(',') + 1)
                    .append(turned ? (label.equals("yes") ? "no" : "yes") : label)
                    .append(',')
                    .append(cell)
                    .append('\n');
        }
        double weighted = TrainedCustomers.train(Tables.write(folder, Tables.yaml(COLUMNS), csv.toString()))
                .evaluation()
                .model()
                .measure(Metric.ROC_AUC)
                .known()
                .orElseThrow();
        double even = TrainedCustomers.train(
                        Tables.write(folder, Tables.yaml(Tables.COLUMNS + "worth: {role: ignore}\n"), csv.toString()))
                .evaluation()
                .model()
                .measure(Metric.ROC_AUC)
                .known()
                .orElseThrow();

        assertThat(weighted).isGreaterThan(.75);
        assertThat(even).isLessThan(.65);
    }

    @Test
    void aWeightIsNoFeatureAndTheBundleSaysThatRowsAreWeighted() {
        TrainingResult result = TrainedCustomers.train(
                Tables.write(folder, Tables.yaml(COLUMNS), csv(WeightedTrainingTest::leaversThreefold)));
        TrainingTable table = Tables.load(folder.resolve("dataset.yaml"));
        int[] all = IntStream.range(0, table.rows()).toArray();
        double left = 3.0 * table.positiveRows() / table.weights().sum(all);

        assertThat(result.content().model().inputs())
                .extracting(ModelInput::name)
                .containsExactly("tenure", "plan", "autopay");
        assertThat(result.facts())
                .anySatisfy(fact -> assertThat(fact)
                        .contains("weights: column 'worth'", "the 1,200 rows tell as much as")
                        .contains(Math.round(1000 * left) / 10.0 + " % of the weight left"));
        assertThat(text(result, "model-card.md")).contains("weights: column 'worth'", "by weight");
        assertThat(text(result, "report.html")).contains("Weights of rows", "行权重");
        int[] test = Split.of(table, table.groups(), 1).rows(Part.TEST);
        assertThat(result.evaluation().rows()).isEqualTo(test.length);
        assertThat(result.evaluation().baseRate())
                .isGreaterThan(1.3
                        * result.evaluation().positives()
                        / result.evaluation().rows());
    }

    private static String text(TrainingResult result, String document) {
        return new String(TrainedCustomers.bundle(result).document(document).orElseThrow(), StandardCharsets.UTF_8);
    }

    @Test
    void aTableToEvaluateOnMayLackTheWeightsAndThenSaysSo() throws Exception {
        TrainingResult result = TrainedCustomers.train(
                Tables.write(folder, Tables.yaml(COLUMNS), csv(WeightedTrainingTest::leaversThreefold)));
        Path other = Files.writeString(
                folder.resolve("later.csv"), Customers.csv(300, 8).replace("\nC", "\nD"));

        EvaluationResult evaluated = Evaluations.evaluate(
                TrainedCustomers.bundle(result),
                other,
                TrainedCustomers.bundle(result).description().format(),
                0,
                new EvaluationSettings(1, 100),
                Progress.SILENT);

        assertThat(evaluated.notes())
                .anySatisfy(note -> assertThat(note).contains("later.csv has no column 'worth'", "counts the same"));
        assertThat(evaluated.evaluation().intervals().method()).doesNotContain("weight");
    }

    @Test
    void whereAFewRowsHaveAllTheWeightNothingIsLearned() {
        String csv = csv(
                line -> line.startsWith("C7,") || line.startsWith("C8,") || line.startsWith("C9,") ? "100000" : "1");

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> TrainedCustomers.train(Tables.write(folder, Tables.yaml(COLUMNS), csv)))
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("too_few_rows"))
                .withMessageContaining("tell as much as")
                .withMessageContaining("of equal weight");
    }

    @Test
    void changedWeightsAreAnotherTable() {
        String one = Tables.read(folder, COLUMNS, csv(line -> "1")).digest();
        String other = Tables.read(folder, COLUMNS, csv(line -> "2")).digest();

        assertThat(one).isNotEqualTo(other);
        assertThat(Arrays.asList(one, other)).doesNotContain("");
    }
}
