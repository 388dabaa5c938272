package io.holdfast.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PredictedToObservedTest {
    private static final EvaluationSettings SETTINGS = new EvaluationSettings(1, 400);

    /** Of 60 intervals of 95 %, 57 are expected to cover what is true. */
    @Test
    void theIntervalHoldsTheOneOfACalibratedModel() {
        EvaluationSettings few = new EvaluationSettings(1, 200);
        long covered = LongStream.rangeClosed(1, 60)
                .mapToObj(seed -> PredictedToObserved.of(SimulatedScores.calibrated(800, seed), few))
                .filter(measure -> ((Measure.Estimated) measure).interval().covers(1))
                .count();

        assertThat(covered).isBetween(50L, 60L);
        assertThat(width(PredictedToObserved.of(SimulatedScores.calibrated(4000, 1), SETTINGS)))
                .isBetween(.05, .25);
    }

    @Test
    void isTheRatioOfSums() {
        ScoredRows rows = new ScoredRows(new double[] {.5, .25, .25}, new boolean[] {true, false, true}, Map.of());

        assertThat(PredictedToObserved.of(rows, SETTINGS)).isEqualTo(new Measure.Point(.5));
    }

    @Test
    void hasNoValueWhereNobodyLeft() {
        ScoredRows rows = new ScoredRows(new double[] {.5, .25}, new boolean[2], Map.of());

        assertThat(PredictedToObserved.of(rows, SETTINGS).known()).isEmpty();
    }

    /** Every row four times: a bootstrap over rows would halve the interval. */
    @Test
    void rowsThatBelongTogetherAreDrawnTogether() {
        ScoredRows once = SimulatedScores.calibrated(1000, 3);
        int copies = 4;
        double[] said = new double[copies * 1000];
        boolean[] left = new boolean[said.length];
        int[] clusters = new int[said.length];
        Arrays.setAll(said, row -> once.probabilities()[row / copies]);
        Arrays.setAll(clusters, row -> row / copies);
        for (int row = 0; row < left.length; row++) {
            left[row] = once.positives()[row / copies];
        }
        ScoredRows rows = new ScoredRows(said, left, Map.of(), new Clusters("customers", clusters));

        assertThat(width(PredictedToObserved.of(rows, SETTINGS)))
                .isCloseTo(width(PredictedToObserved.of(once, SETTINGS)), within(1e-9));
    }

    private static double width(Measure measure) {
        Interval interval = ((Measure.Estimated) measure).interval();
        return interval.high() - interval.low();
    }
}
