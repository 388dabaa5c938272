package io.holdfast.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static final EvaluationSettings QUICK = new EvaluationSettings(1, 200);

    @Test
    void intervalsHoldTheirValue() {
        Bootstrap bootstrap = bootstrap(SimulatedScores.calibrated(600, 1));

        for (Metric metric : Metric.values()) {
            assertHoldsItsValue(bootstrap.measure(metric));
        }
        for (int share = 0; share < Shares.count(); share++) {
            assertHoldsItsValue(bootstrap.lift(share));
            assertHoldsItsValue(bootstrap.captured(share));
        }
    }

    private static void assertHoldsItsValue(Measure measure) {
        assertThat(measure)
                .isInstanceOfSatisfying(
                        Measure.Estimated.class,
                        estimated -> assertThat(estimated.interval().covers(estimated.value()))
                                .as(measure.toString())
                                .isTrue());
    }

    @Test
    void moreRowsMakeNarrowerIntervals() {
        double wide = width(bootstrap(SimulatedScores.calibrated(200, 1)).measure(Metric.ROC_AUC));
        double narrow = width(bootstrap(SimulatedScores.calibrated(20_000, 1)).measure(Metric.ROC_AUC));

        // A hundred times the rows, a tenth of the width.
        assertThat(wide / narrow).isBetween(6.0, 16.0);
    }

    private static double width(Measure measure) {
        Interval interval = ((Measure.Estimated) measure).interval();
        return interval.high() - interval.low();
    }

    @Test
    void fewRowsHaveNoInterval() {
        Bootstrap bootstrap = bootstrap(SimulatedScores.calibrated(Bootstrap.LEAST_ROWS - 1, 3));

        assertThat(bootstrap.samples()).isZero();
        assertThat(bootstrap.measure(Metric.BRIER)).isInstanceOf(Measure.Point.class);
        assertThat(bootstrap(SimulatedScores.calibrated(Bootstrap.LEAST_ROWS, 3))
                        .measure(Metric.BRIER))
                .isInstanceOf(Measure.Estimated.class);
    }

    @Test
    void fewOfAClassHaveNoIntervalOfRanking() {
        Bootstrap four = bootstrap(withLeavers(400, Bootstrap.LEAST_OF_A_CLASS - 1));
        Bootstrap five = bootstrap(withLeavers(400, Bootstrap.LEAST_OF_A_CLASS));

        assertThat(four.measure(Metric.ROC_AUC)).isInstanceOf(Measure.Point.class);
        assertThat(four.lift(Shares.TOP_DECILE)).isInstanceOf(Measure.Point.class);
        assertThat(four.measure(Metric.LOG_LOSS)).isInstanceOf(Measure.Estimated.class);
        assertThat(five.measure(Metric.ROC_AUC)).isInstanceOf(Measure.Estimated.class);
    }

    @Test
    void samplesOfOneClassDoNotSpoilTheIntervalOfRanking() {
        // Of 200 samples of five leavers in 400 rows, one or two hold none of them.
        Measure measure = bootstrap(withLeavers(400, 5)).measure(Metric.PR_AUC);

        Interval interval = ((Measure.Estimated) measure).interval();
        assertThat(interval.low()).isBetween(0.0, 1.0);
        assertThat(interval.high()).isBetween(0.0, 1.0);
    }

    private static ScoredRows withLeavers(int rows, int leavers) {
        double[] probabilities = new double[rows];
        boolean[] positives = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            probabilities[row] = (row * 37 % rows) / (double) rows;
            positives[row] = row < leavers;
        }
        return new ScoredRows(probabilities, positives, Map.of());
    }

    @Test
    void theCalibrationErrorIsNeverBelowZero() {
        for (int sample = 0; sample < 10; sample++) {
            Measure ece = bootstrap(SimulatedScores.calibrated(5000, sample)).measure(Metric.ECE);
            assertThat(((Measure.Estimated) ece).interval().low()).isNotNegative();
        }
    }

    @Test
    void liftIsTheCapturedShareOverTheShareContacted() {
        Bootstrap bootstrap = bootstrap(SimulatedScores.calibrated(1000, 9));

        double captured = bootstrap.captured(Shares.TOP_DECILE).known().orElseThrow();
        assertThat(bootstrap.lift(Shares.TOP_DECILE).known()).hasValue(captured * 10);
    }

    private static Bootstrap bootstrap(ScoredRows rows) {
        return Bootstrap.of(RankedRows.of(rows.probabilities(), rows.positives()), QUICK);
    }

    /** Every row ten times: the same evidence. */
    private static ScoredRows repeated(ScoredRows rows, int times) {
        int all = rows.positives().length * times;
        double[] probabilities = new double[all];
        boolean[] positives = new boolean[all];
        int[] customers = new int[all];
        for (int row = 0; row < all; row++) {
            probabilities[row] = rows.probabilities()[row / times];
            positives[row] = rows.positives()[row / times];
            customers[row] = row / times;
        }
        return new ScoredRows(probabilities, positives, Map.of(), new Clusters("customers", customers));
    }

    @Test
    void rowsOfOneCustomerAreDrawnTogether() {
        ScoredRows once = SimulatedScores.calibrated(500, 4);
        ScoredRows tenTimes = repeated(once, 10);
        Measure single = Evaluator.evaluate(once, QUICK).model().measure(Metric.ROC_AUC);
        ChurnEvaluation clustered = Evaluator.evaluate(tenTimes, QUICK);
        Measure apart = bootstrap(tenTimes).measure(Metric.ROC_AUC);

        assertThat(clustered.model().measure(Metric.ROC_AUC).known()).isEqualTo(single.known());
        assertThat(width(clustered.model().measure(Metric.ROC_AUC)) / width(single))
                .isBetween(.85, 1.15);
        assertThat(width(apart) / width(single)).isLessThan(.5);
        assertThat(clustered.intervals().method()).isEqualTo("percentile bootstrap over whole customers");
        assertThat(Evaluator.evaluate(once, QUICK).intervals().method()).isEqualTo("percentile bootstrap over rows");
    }

    @Test
    void manyRowsOfFewCustomersHaveNoInterval() {
        ScoredRows rows = repeated(SimulatedScores.calibrated(Bootstrap.LEAST_ROWS - 1, 3), 10);

        assertThat(Evaluator.evaluate(rows, QUICK).model().measure(Metric.BRIER))
                .isInstanceOf(Measure.Point.class);
    }

    @Test
    void clustersOfOneRowAreRows() {
        ScoredRows rows = SimulatedScores.calibrated(500, 4);
        ScoredRows alone = new ScoredRows(
                rows.probabilities(),
                rows.positives(),
                Map.of(),
                new Clusters("groups", Clusters.none(500).numbers()));

        assertThat(Evaluator.evaluate(alone, QUICK)).isEqualTo(Evaluator.evaluate(rows, QUICK));
    }
}
