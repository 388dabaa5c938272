package io.holdfast.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.training.data.RowWeights;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairedEvaluationTest {
    private static final EvaluationSettings SETTINGS = new EvaluationSettings(1, 1000);
    private static final ScoredRows GOOD = SimulatedScores.calibrated(2000, 1);

    private static PairedMetric metric(PairedEvaluation paired, Metric metric) {
        return paired.metrics().stream()
                .filter(found -> found.metric() == metric)
                .findFirst()
                .orElseThrow();
    }

    /** The same model with noise on its log-odds. */
    private static double[] blurred(double[] probabilities, double noise) {
        SplittableRandom random = new SplittableRandom(9);
        return Arrays.stream(probabilities)
                .map(p -> 1 / (1 + (1 - p) / p * StrictMath.exp(noise * (random.nextDouble() - .5))))
                .toArray();
    }

    @Test
    void aBlurredModelIsShownToBeWorseOnEitherSide() {
        double[] blurred = blurred(GOOD.probabilities(), 6);
        ScoredRows bad = new ScoredRows(blurred, GOOD.positives(), Map.of());

        PairedEvaluation good = PairedEvaluation.of(GOOD, blurred, SETTINGS);
        PairedEvaluation turned = PairedEvaluation.of(bad, GOOD.probabilities(), SETTINGS);

        for (Metric metric : new Metric[] {Metric.ROC_AUC, Metric.LOG_LOSS, Metric.BRIER}) {
            assertThat(metric(good, metric).verdict()).isEqualTo(PairedMetric.Verdict.A_BETTER);
            assertThat(metric(turned, metric).verdict()).isEqualTo(PairedMetric.Verdict.B_BETTER);
        }
        assertThat(metric(good, Metric.ROC_AUC).a().known())
                .isEqualTo(RocAuc.of(GOOD.probabilities(), GOOD.positives()));
        assertThat(good.intervals().method()).isEqualTo("paired percentile bootstrap over rows");
    }

    /** Both see the same sample, also where one of them tells nobody apart from anybody. */
    @Test
    void tiesOfOneModelKeepTheDrawsOfTheirRows() {
        double[] twiceOrOnce = new double[400];
        Arrays.setAll(twiceOrOnce, row -> 1 + row % 2);

        for (RowWeights weights : List.of(RowWeights.EVEN, RowWeights.of(twiceOrOnce))) {
            boolean[] left = new boolean[400];
            Arrays.fill(left, 0, 100, true);
            double[] tied = new double[left.length];
            Arrays.fill(tied, 0.25);
            double[] apart = IntStream.range(0, left.length)
                    .mapToDouble(row -> 0.25 + row * 1e-9)
                    .toArray();
            ScoredRows rows = new ScoredRows(tied, left, Map.of(), Clusters.none(left.length), weights);

            PairedEvaluation paired = PairedEvaluation.of(rows, apart, SETTINGS);

            Measure.Estimated difference =
                    (Measure.Estimated) metric(paired, Metric.BRIER).difference();
            assertThat(difference.interval().low()).isCloseTo(0, within(1e-6));
            assertThat(difference.interval().high()).isCloseTo(0, within(1e-6));
        }
    }

    @Test
    void whatSaysTheSameShowsNoDifference() {
        PairedEvaluation paired = PairedEvaluation.of(GOOD, GOOD.probabilities(), SETTINGS);

        assertThat(paired.metrics()).allSatisfy(metric -> {
            assertThat(metric.difference()).isEqualTo(new Measure.Estimated(0, new Interval(0, 0)));
            assertThat(metric.verdict()).isEqualTo(PairedMetric.Verdict.NO_DIFFERENCE_SHOWN);
        });
    }

    @Test
    void theIntervalOfAMeanIsThatOfTheMeanOfDifferences() {
        double[] other = blurred(GOOD.probabilities(), 1);
        boolean[] left = GOOD.positives();
        double[] differences = IntStream.range(0, other.length)
                .mapToDouble(row -> square(GOOD.probabilities()[row] - (left[row] ? 1 : 0))
                        - square(other[row] - (left[row] ? 1 : 0)))
                .toArray();
        double mean = Arrays.stream(differences).average().orElseThrow();
        double variance = Arrays.stream(differences).map(d -> square(d - mean)).sum() / (other.length - 1);
        double half = 1.96 * Math.sqrt(variance / other.length);

        Measure.Estimated found = (Measure.Estimated)
                metric(PairedEvaluation.of(GOOD, other, SETTINGS), Metric.BRIER).difference();

        assertThat(found.value()).isCloseTo(mean, within(1e-12));
        assertThat(found.interval().low()).isCloseTo(mean - half, within(half / 5));
        assertThat(found.interval().high()).isCloseTo(mean + half, within(half / 5));
    }

    @Test
    void aGapIsBestAtNothingOnEitherSide() {
        double[] less = Arrays.stream(GOOD.probabilities()).map(p -> p / 2).toArray();

        PairedMetric gap = metric(PairedEvaluation.of(GOOD, less, SETTINGS), Metric.CALIBRATION_GAP);

        assertThat(gap.b().known().orElseThrow()).isNegative();
        assertThat(gap.difference().known().orElseThrow()).isNegative();
        assertThat(gap.verdict()).isEqualTo(PairedMetric.Verdict.A_BETTER);
    }

    @Test
    void oneClassLeavesRankingUndefinedAndFewRowsHaveNoInterval() {
        ScoredRows few = new ScoredRows(new double[] {.2, .4}, new boolean[2], Map.of());

        PairedEvaluation paired = PairedEvaluation.of(few, new double[] {.3, .3}, SETTINGS);

        assertThat(metric(paired, Metric.ROC_AUC).difference()).isInstanceOf(Measure.Undefined.class);
        assertThat(metric(paired, Metric.BRIER).difference()).isInstanceOf(Measure.Point.class);
        assertThat(paired.metrics()).allMatch(metric -> metric.verdict() == PairedMetric.Verdict.NO_DIFFERENCE_SHOWN);
        assertThat(paired.intervals().resamples()).isZero();
    }

    private static double square(double x) {
        return x * x;
    }
}
