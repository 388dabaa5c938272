package io.holdfast.training.crossvalidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.scoring.model.AdditiveParts;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.evaluation.Metric;
import io.holdfast.training.fit.ChurnTrainer;
import io.holdfast.training.fixture.Customers;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.fixture.Twins;
import io.holdfast.training.logistic.LogisticSettings;
import io.holdfast.training.logistic.LogisticTrainer;
import io.holdfast.training.split.Folds;
import io.holdfast.training.split.Part;
import io.holdfast.training.split.Split;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrossValidationTest {
    private static final ChurnTrainer LOGISTIC = new LogisticTrainer(LogisticSettings.defaults());

    @TempDir
    Path folder;

    private TrainingTable customers(int rows) {
        return Tables.read(folder, Tables.COLUMNS, Customers.csv(rows, 1));
    }

    @Test
    void noModelScoresARowItSaw() {
        TrainingTable table = customers(300);
        Folds folds = Folds.stratified(table, table.groups(), 3, 2, 1);
        List<int[]> held = new ArrayList<>();
        ChurnTrainer watching = new ChurnTrainer() {
            @Override
            public String name() {
                return "watching";
            }

            @Override
            public AdditiveParts train(TrainingTable rows, Split split, long seed, Progress progress) {
                held.add(split.rows(Part.TEST));
                return LOGISTIC.train(rows, split, seed, progress);
            }
        };

        CrossValidation.run(table, folds, List.of(watching), 1, Progress.SILENT);

        assertThat(held).hasSize(6);
        for (int repeat = 0; repeat < 2; repeat++) {
            int[] once = held.subList(3 * repeat, 3 * repeat + 3).stream()
                    .flatMapToInt(Arrays::stream)
                    .sorted()
                    .toArray();
            assertThat(once).hasSize(300).doesNotHaveDuplicates();
        }
    }

    @Test
    void aLearnerBeatsTheBaseRateAndKnowsItByAnInterval() {
        TrainingTable table = customers(1500);
        Folds folds = Folds.stratified(table, table.groups(), 5, 1, 1);
        List<OutOfFold> said =
                new ArrayList<>(CrossValidation.run(table, folds, List.of(LOGISTIC), 1, Progress.SILENT));
        said.add(CrossValidation.baseRate(table, folds));

        Comparison comparison = Comparison.of(table, folds, said);

        Comparison.Learner logistic = comparison.learners().get(0);
        Comparison.Learner baseRate = comparison.learners().get(1);
        assertThat(logistic.mean(Metric.ROC_AUC).mean()).isGreaterThan(.7);
        assertThat(baseRate.mean(Metric.ROC_AUC).mean()).isEqualTo(.5);
        assertThat(logistic.difference(Metric.ROC_AUC).mean()).isZero();
        assertThat(baseRate.difference(Metric.ROC_AUC).mean())
                .isCloseTo(.5 - logistic.mean(Metric.ROC_AUC).mean(), within(1e-12));
        assertThat(baseRate.difference(Metric.ROC_AUC).interval().high()).isNegative();
        assertThat(baseRate.difference(Metric.LOG_LOSS).interval().low()).isPositive();
        assertThat(ComparisonText.of(comparison))
                .contains("Means over 5 held-out folds", "Difference from logistic", "base rate")
                .containsPattern("log loss +\\+0\\.\\d{4} +\\(.* to .*\\) +lower is better\\n");
    }

    @Test
    void aComparisonOfOneLearnerHasNoDifferences() {
        TrainingTable table = customers(300);
        Folds folds = Folds.stratified(table, table.groups(), 3, 1, 1);

        Comparison alone = Comparison.of(table, folds, List.of(CrossValidation.baseRate(table, folds)));

        assertThat(ComparisonText.of(alone)).contains("ROC AUC").doesNotContain("Difference");
    }

    /** The corrected variance and Student's quantile by hand: R 4.2, qt(.975, 3) = 3.182446. */
    @Test
    void theIntervalOfAMeanCountsTheOverlapOfTheTrainingRows() {
        FoldMean mean = FoldMean.ofDifferences(new double[] {.80, .82, .84, .86}, 1 / 3.0, Metric.LOG_LOSS.range());

        assertThat(mean.mean()).isCloseTo(.83, within(1e-12));
        double variance = (.03 * .03 + .01 * .01 + .01 * .01 + .03 * .03) / 3;
        double reach = 3.182446 * Math.sqrt(variance * (1 / 4.0 + 1 / 3.0));
        assertThat(mean.interval().low()).isCloseTo(.83 - reach, within(1e-6));
        assertThat(mean.interval().high()).isCloseTo(.83 + reach, within(1e-6));
    }

    /** By hand: the same error .032146 on log-odds, divided by .97 * .03. */
    @Test
    void theIntervalOfAMeanStaysWithinTheMetric() {
        FoldMean mean = FoldMean.of(new double[] {.94, .96, .98, 1}, 1 / 3.0, Metric.ROC_AUC.range());

        assertThat(mean.mean()).isCloseTo(.97, within(1e-12));
        double reach = 3.182446 * Math.sqrt((.03 * .03 + .01 * .01 + .01 * .01 + .03 * .03) / 3 * (1 / 4.0 + 1 / 3.0));
        double logOdds = Math.log(.97 / .03);
        assertThat(mean.interval().low()).isCloseTo(1 / (1 + Math.exp(reach / (.97 * .03) - logOdds)), within(1e-6));
        assertThat(mean.interval().high()).isCloseTo(1 / (1 + Math.exp(-reach / (.97 * .03) - logOdds)), within(1e-6));
        assertThat(mean.mean() + reach).isGreaterThan(1);
        assertThat(mean.interval().high()).isLessThan(1);
    }

    @Test
    void equalSeedsGiveEqualPredictionsInAFileOfOneLineARowAndRepeat() throws Exception {
        Path yaml = Tables.write(folder, Tables.yaml(Tables.COLUMNS), Customers.csv(300, 1));
        CrossValidationRequest request =
                new CrossValidationRequest(yaml, List.of(LOGISTIC), Optional.empty(), 3, 2, 5, false);
        Path one = folder.resolve("one.csv");
        Path other = folder.resolve("other.csv");

        CrossValidationRun.of(request, Progress.SILENT).writePredictions(one);
        CrossValidationRun.of(request, Progress.SILENT).writePredictions(other);

        List<String> lines = Files.readAllLines(one);
        assertThat(lines).hasSize(601).isEqualTo(Files.readAllLines(other));
        assertThat(lines.get(0)).isEqualTo("row,repeat,fold,label,probability");
        assertThat(lines.get(1)).matches("1,rep0,[0-2],[01],0\\.[0-9E-]+");
        assertThat(lines.get(600)).matches("300,rep1,[0-2],[01],0\\.[0-9E-]+");
    }

    @Test
    void whereRowsHaveWeightsThePredictionsHaveThemTooAndTheBaseRateIsByThem() throws Exception {
        StringBuilder csv = new StringBuilder();
        for (String line : Customers.csv(300, 1).lines().toList()) {
            String cell = csv.isEmpty() ? "worth" : line.endsWith(",yes") ? "2.5" : "1";
            csv.append(line).append(',').append(cell).append('\n');
        }
        Path yaml = Tables.write(folder, Tables.yaml(Tables.COLUMNS + "worth: {role: weight}\n"), csv.toString());
        Path file = folder.resolve("predictions.csv");

        CrossValidationRun run = CrossValidationRun.of(
                new CrossValidationRequest(yaml, List.of(LOGISTIC), Optional.empty(), 3, 1, 5, false), Progress.SILENT);
        run.writePredictions(file);

        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0)).isEqualTo("row,repeat,fold,label,probability,weight");
        assertThat(lines.subList(1, 301)).allMatch(line -> line.matches(".*,1,0\\.[0-9E-]+,2\\.5|.*,0,0\\.[0-9E-]+,1"));
        Comparison comparison = run.comparison();
        assertThat(comparison.learners().get(0).mean(Metric.CALIBRATION_GAP).mean())
                .isBetween(-.08, .08);
        assertThat(comparison.learners().get(1).mean(Metric.CALIBRATION_GAP).mean())
                .isBetween(-.03, .03);
    }

    @Test
    void drawnFoldsAndTheRowsWithinThemKeepNearCopiesTogether() throws Exception {
        Path yaml = Tables.write(folder, Tables.yaml(Twins.columns("ignore", "ignore")), Twins.csv());
        List<Split> splits = new ArrayList<>();
        ChurnTrainer watching = new Watching(splits);

        List<String> notes = CrossValidationRun.of(
                        new CrossValidationRequest(yaml, List.of(watching), Optional.empty(), 3, 1, 5, false),
                        Progress.SILENT)
                .notes();

        assertThat(notes).anyMatch(note -> note.contains("1,200 rows in 600 groups, stay together"));
        assertThat(splits).hasSize(3);
        for (Split split : splits) {
            for (int row = 0; row < 2 * Twins.PEOPLE; row += 2) {
                assertThat(split.part(row)).isEqualTo(split.part(row + 1));
                assertThat(split.groups()[row]).isEqualTo(split.groups()[row + 1]);
            }
        }
    }

    @Test
    void withinFoldsThatPartNearCopiesEveryRowStandsForItself() throws Exception {
        Path yaml = Tables.write(folder, Tables.yaml(Twins.columns("ignore", "ignore")), Twins.csv());
        Path file = Files.writeString(folder.resolve("folds.csv"), "a\n" + "0\n1\n".repeat(Twins.PEOPLE));
        List<Split> splits = new ArrayList<>();
        ChurnTrainer watching = new Watching(splits);

        List<String> notes = CrossValidationRun.of(
                        new CrossValidationRequest(yaml, List.of(watching), Optional.of(file), 5, 1, 5, false),
                        Progress.SILENT)
                .notes();

        assertThat(notes).anyMatch(note -> note.contains("memory of copies, not foresight"));
        assertThat(splits)
                .hasSize(2)
                .allSatisfy(split -> assertThat(split.groups()).doesNotHaveDuplicates());
    }

    /** Logistic regression that keeps the splits it was given. */
    private record Watching(List<Split> splits) implements ChurnTrainer {
        @Override
        public String name() {
            return LOGISTIC.name();
        }

        @Override
        public AdditiveParts train(TrainingTable table, Split split, long seed, Progress progress) {
            splits.add(split);
            return LOGISTIC.train(table, split, seed, progress);
        }
    }

    @Test
    void saysWhenTheFoldsPartACustomersRows() throws Exception {
        StringBuilder csv = new StringBuilder(Tables.HEADER);
        SplittableRandom random = new SplittableRandom(3);
        String[] lines = Customers.csv(200, 1).split("\n", -1);
        StringBuilder folds = new StringBuilder("a\n");
        for (int row = 1; row <= 200; row++) {
            csv.append("C")
                    .append((row + 1) / 2)
                    .append(lines[row].substring(lines[row].indexOf(',')))
                    .append('\n');
            folds.append(random.nextInt(2)).append('\n');
        }
        Path yaml = Tables.write(folder, Tables.yaml(Tables.COLUMNS), csv.toString());
        Path file = Files.writeString(folder.resolve("folds.csv"), folds);
        CrossValidationRequest request =
                new CrossValidationRequest(yaml, List.of(LOGISTIC), Optional.of(file), 5, 1, 1, true);

        assertThat(CrossValidationRun.of(request, Progress.SILENT).notes())
                .last()
                .asString()
                .matches("The folds part [1-9][0-9]? groups of rows that belong together .*");
    }
}
