package io.holdfast.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether the intervals hold the truth about as often as they say, on samples of one large population. */
class IntervalCoverageTest {
    private static final int SAMPLES = 200;
    private static final int ROWS = 400;

    private static final Statistics POPULATION = population();
    private static final List<Metrics> SAMPLED = IntStream.range(0, SAMPLES)
            .mapToObj(sample -> evaluate(ROWS, sample).model())
            .toList();

    /** The calibration error is left out: that of a large population is none, and a sample's is not. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ECE")
    void intervalsCoverTheTruth(Metric metric) {
        int covered = 0;
        for (Metrics metrics : SAMPLED) {
            Measure found = metrics.measure(metric);
            covered += ((Measure.Estimated) found).interval().covers(POPULATION.value(metric)) ? 1 : 0;
        }
        // 95 of 100, give or take three standard errors of 200 samples and the bias of a small sample.
        assertThat(covered / (double) SAMPLES).isBetween(.88, 1.0);
    }

    @Test
    void theCalibrationErrorLiesWithinItsInterval() {
        for (int sample = 0; sample < 20; sample++) {
            Measure ece = evaluate(ROWS, sample).model().measure(Metric.ECE);
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
            found += evaluation.model().measure(Metric.ECE).known().orElseThrow();
            expected += evaluation.reliability().eceIfCalibrated();
        }
        assertThat(found / expected).isBetween(.9, 1.1);
    }

    private static Statistics population() {
        ScoredRows rows = SimulatedScores.calibrated(500_000, 77);
        return new Sweep(RankedRows.of(rows.probabilities(), rows.positives())).once();
    }

    private static ChurnEvaluation evaluate(int rows, long seed) {
        return Evaluator.evaluate(SimulatedScores.calibrated(rows, seed), new EvaluationSettings(seed, 200));
    }
}
