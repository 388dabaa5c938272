package io.holdfast.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.scoring.table.NumberText;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.table.TableReader;
import io.holdfast.training.data.RowWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What weights do to every figure: the values of scikit-learn ({@code weighted.py}), and those of rows that stand there as often as they weigh. */
class WeightedRowsTest {
    private static final EvaluationSettings QUICK = new EvaluationSettings(3, 100);
    private static final int ROWS = 400;

    private static ScoredRows rows(double[] said, boolean[] left, double[] weights) {
        return new ScoredRows(said, left, Map.of(), Clusters.none(said.length), RowWeights.of(weights));
    }

    private static double[][] read(String name) {
        List<double[]> rows = new ArrayList<>();
        try (TableReader reader =
                TableReader.open(name, WeightedRowsTest.class.getResourceAsStream(name), TableFormat.csv())) {
            int columns = reader.header().size();
            while (reader.advance()) {
                double[] row = new double[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = NumberText.parse(reader.row().cell(i));
                }
                rows.add(row);
            }
        }
        return rows.toArray(double[][]::new);
    }

    private static Map<String, Double> reference() {
        Map<String, Double> values = new TreeMap<>();
        try (TableReader reader = TableReader.open(
                "weighted-reference.csv",
                WeightedRowsTest.class.getResourceAsStream("weighted-reference.csv"),
                TableFormat.csv())) {
            while (reader.advance()) {
                values.put(reader.row().cell(0), NumberText.parse(reader.row().cell(1)));
            }
        }
        return values;
    }

    private static ScoredRows shared() {
        double[][] cells = read("weighted.csv");
        boolean[] left = new boolean[cells.length];
        for (int row = 0; row < left.length; row++) {
            left[row] = cells[row][1] == 1;
        }
        return rows(
                Arrays.stream(cells).mapToDouble(row -> row[0]).toArray(),
                left,
                Arrays.stream(cells).mapToDouble(row -> row[2]).toArray());
    }

    @Test
    void theMeasuresAreThoseOfScikitLearn() {
        ChurnEvaluation evaluation = Evaluator.evaluate(shared(), QUICK);
        Map<String, Double> expected = reference();

        for (Metric metric :
                List.of(Metric.ROC_AUC, Metric.PR_AUC, Metric.LOG_LOSS, Metric.BRIER, Metric.CALIBRATION_GAP)) {
            assertThat(evaluation.model().measure(metric).known().orElseThrow())
                    .as(metric.key())
                    .isCloseTo(expected.getOrDefault(metric.key(), Double.NaN), within(1e-12));
        }
        assertThat(evaluation.baseRate()).isCloseTo(expected.getOrDefault("baseRate", Double.NaN), within(1e-12));
        assertThat(RankedRows.of(shared()).effective())
                .isCloseTo(expected.getOrDefault("effective", Double.NaN), within(1e-9));
        assertThat(evaluation.intervals().effectiveRows())
                .isCloseTo(expected.getOrDefault("effective", Double.NaN), within(1e-9));
        assertThat(PairedEvaluation.of(shared(), shared().probabilities(), QUICK)
                        .intervals()
                        .effectiveRows())
                .isEqualTo(evaluation.intervals().effectiveRows());
        assertThat(evaluation.intervals().method())
                .contains("by weight (500 rows tell as much as "
                        + Math.round(expected.getOrDefault("effective", Double.NaN) * 10) / 10.0 + " of equal weight)");
    }

    /** Probabilities with ties, leavers by them, and whole weights from 1 to 4. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Drawn(double[] said, boolean[] left, double[] weights) {
        static Drawn of(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] said = new double[ROWS];
            boolean[] left = new boolean[ROWS];
            double[] weights = new double[ROWS];
            for (int row = 0; row < ROWS; row++) {
                said[row] = Math.round(random.nextDouble() * 50) / 50.0;
                left[row] = random.nextDouble() < said[row];
                weights[row] = 1 + random.nextInt(4);
            }
            return new Drawn(said, left, weights);
        }

        ScoredRows weighted(double times) {
            return rows(said, left, Arrays.stream(weights).map(w -> times * w).toArray());
        }

        ScoredRows repeated() {
            int all = (int) Arrays.stream(weights).sum();
            double[] saidOften = new double[all];
            boolean[] leftOften = new boolean[all];
            int at = 0;
            for (int row = 0; row < ROWS; row++) {
                for (int copy = 0; copy < weights[row]; copy++) {
                    saidOften[at] = said[row];
                    leftOften[at++] = left[row];
                }
            }
            return new ScoredRows(saidOften, leftOften, Map.of());
        }
    }

    @Test
    void wholeWeightsAreRowsThatStandThereAsOften() {
        for (long seed = 1; seed <= 20; seed++) {
            Drawn drawn = Drawn.of(seed);
            ChurnEvaluation weighted = Evaluator.evaluate(drawn.weighted(1), QUICK);
            ChurnEvaluation repeated = Evaluator.evaluate(drawn.repeated(), QUICK);

            assertThat(weighted.model().measure(Metric.ROC_AUC).known())
                    .isEqualTo(repeated.model().measure(Metric.ROC_AUC).known());
            assertThat(weighted.baseRate()).isEqualTo(repeated.baseRate());
            assertThat(weighted.curves().roc()).isEqualTo(repeated.curves().roc());
            assertThat(weighted.curves().gain()).isEqualTo(repeated.curves().gain());
            for (Metric metric :
                    List.of(Metric.PR_AUC, Metric.LOG_LOSS, Metric.BRIER, Metric.ECE, Metric.CALIBRATION_GAP)) {
                assertThat(weighted.model().measure(metric).known().orElseThrow())
                        .as(metric.key())
                        .isCloseTo(repeated.model().measure(metric).known().orElseThrow(), within(1e-12));
            }
            // A share of the list is whole rows where rows are counted: up to one row more than the share of the
            // weight.
            assertThat(captured(weighted)).isCloseTo(captured(repeated), within(1.0 / repeated.positives() + 1e-12));
            assertThat(weighted.profit().empc().known().orElseThrow())
                    .isCloseTo(repeated.profit().empc().known().orElseThrow(), within(1e-9));
            double scale = (double) ROWS / repeated.rows();
            assertThat(weighted.profit().everybody().known().orElseThrow())
                    .isCloseTo(scale * repeated.profit().everybody().known().orElseThrow(), within(1e-6));
        }
    }

    private static double captured(ChurnEvaluation evaluation) {
        return evaluation.model().measure(Metric.TOP_DECILE_RECALL).known().orElseThrow();
    }

    @Test
    void onlyTheRatiosOfWeightsMatter() {
        Drawn drawn = Drawn.of(7);

        assertThat(Evaluator.evaluate(drawn.weighted(2), QUICK))
                .isEqualTo(Evaluator.evaluate(drawn.weighted(1), QUICK));
    }

    @Test
    void equalWeightsAreTheSameAsNone() {
        Drawn drawn = Drawn.of(9);
        double[] twos = new double[ROWS];
        Arrays.fill(twos, 2);

        assertThat(Evaluator.evaluate(rows(drawn.said(), drawn.left(), twos), QUICK))
                .isEqualTo(Evaluator.evaluate(new ScoredRows(drawn.said(), drawn.left(), Map.of()), QUICK));
    }

    @Test
    void anIntervalWidensWithTheUnevennessOfTheWeights() {
        Drawn drawn = Drawn.of(11);
        double[] uneven = new double[ROWS];
        Arrays.setAll(uneven, row -> row % 20 == 0 ? 50 : 1);

        assertThat(width(rows(drawn.said(), drawn.left(), uneven)))
                .isGreaterThan(1.5 * width(new ScoredRows(drawn.said(), drawn.left(), Map.of())));
    }

    private static double width(ScoredRows rows) {
        Measure.Estimated auc =
                (Measure.Estimated) Evaluator.evaluate(rows, QUICK).model().measure(Metric.ROC_AUC);
        return auc.interval().high() - auc.interval().low();
    }

    @Test
    void groupsAreJudgedByWeight() {
        Drawn drawn = Drawn.of(13);
        List<String> cells = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            cells.add(row % 2 == 0 ? "a" : "b");
        }
        ScoredRows rows = new ScoredRows(
                drawn.said(),
                drawn.left(),
                Map.of("region", cells),
                Clusters.none(ROWS),
                RowWeights.of(drawn.weights()));
        GroupResult a = Evaluator.evaluate(rows, QUICK).groups().stream()
                .filter(group -> group.value().equals("a"))
                .findFirst()
                .orElseThrow();
        double left = 0;
        double all = 0;
        for (int row = 0; row < ROWS; row += 2) {
            all += drawn.weights()[row];
            left += drawn.left()[row] ? drawn.weights()[row] : 0;
        }

        assertThat(a.rows()).isEqualTo(ROWS / 2);
        assertThat(a.observedRate().known().orElseThrow()).isCloseTo(left / all, within(1e-12));
    }

    @Test
    void aPairedDifferenceIsThatOfTheWeightedFigures() {
        Drawn drawn = Drawn.of(17);
        double[] other = Arrays.stream(drawn.said()).map(p -> p * p).toArray();
        PairedMetric loss = PairedEvaluation.of(drawn.weighted(1), other, QUICK).metrics().stream()
                .filter(found -> found.metric() == Metric.BRIER)
                .findFirst()
                .orElseThrow();
        double own = Evaluator.metrics(drawn.said(), drawn.left(), RowWeights.of(drawn.weights()))
                .measure(Metric.BRIER)
                .known()
                .orElseThrow();
        double others = Evaluator.metrics(other, drawn.left(), RowWeights.of(drawn.weights()))
                .measure(Metric.BRIER)
                .known()
                .orElseThrow();

        assertThat(loss.difference().known().orElseThrow()).isCloseTo(own - others, within(1e-12));
    }
}
