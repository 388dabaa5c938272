package io.holdfast.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Whether the intervals hold the truth about as often as they say, on samples of one large population. */
class IntervalCoverageTest {
    private static final int SAMPLES = 200;
    private static final int ROWS = 400;

    private static final double[] POPULATION = population();

    @Test
    void intervalsOfRankingCoverTheTruth() {
        assertCovers(Metrics::rocAuc, POPULATION[Statistic.ROC_AUC.place()]);
        assertCovers(Metrics::prAuc, POPULATION[Statistic.PR_AUC.place()]);
        assertCovers(Metrics::topDecileLift, 10 * POPULATION[Statistics.captured(Statistics.topDecile())]);
    }

    @Test
    void intervalsOfProbabilitiesCoverTheTruth() {
        assertCovers(Metrics::logLoss, POPULATION[Statistic.LOG_LOSS.place()]);
        assertCovers(Metrics::brier, POPULATION[Statistic.BRIER.place()]);
        assertCovers(Metrics::calibrationGap, POPULATION[Statistic.CALIBRATION_GAP.place()]);
    }

    @Test
    void theCalibrationErrorLiesWithinItsInterval() {
        for (int sample = 0; sample < 20; sample++) {
            Measure ece = evaluate(ROWS, sample).model().ece();
            assertThat(ece)
                    .isInstanceOfSatisfying(
                            Measure.Estimated.class,
                            estimated -> assertThat(estimated.interval().covers(estimated.value()))
                                    .isTrue());
        }
    }

    @Test
    void aCalibratedModelShowsTheErrorThatChanceGives() {
        double found = 0;
        double expected = 0;
        for (int sample = 0; sample < 50; sample++) {
            ChurnEvaluation evaluation = evaluate(ROWS, sample);
            found += evaluation.model().ece().known().orElseThrow();
            expected += evaluation.reliability().eceIfCalibrated();
        }
        assertThat(found / expected).isBetween(.9, 1.1);
    }

    private static double[] population() {
        ScoredRows rows = SimulatedScores.calibrated(500_000, 77);
        int[] once = new int[rows.positives().length];
        Arrays.fill(once, 1);
        return new Statistics(RankedRows.of(rows.probabilities(), rows.positives())).of(once);
    }

    private static void assertCovers(Function<Metrics, Measure> measure, double truth) {
        int covered = 0;
        for (int sample = 0; sample < SAMPLES; sample++) {
            Measure found = measure.apply(evaluate(ROWS, sample).model());
            covered += ((Measure.Estimated) found).interval().covers(truth) ? 1 : 0;
        }
        // 95 of 100, give or take three standard errors of 200 samples and the bias of a small sample.
        assertThat(covered / (double) SAMPLES).isBetween(.88, 1.0);
    }

    private static ChurnEvaluation evaluate(int rows, long seed) {
        return Evaluator.evaluate(SimulatedScores.calibrated(rows, seed), new EvaluationSettings(seed, 200));
    }
}
