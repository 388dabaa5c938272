package io.holdfast.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClusteredMeanTest {
    private static final EvaluationSettings SETTINGS = new EvaluationSettings(1, 1000);

    @Test
    void theIntervalIsThatOfTheBinomial() {
        double[] values = new double[2000];
        SplittableRandom random = new SplittableRandom(7);
        Arrays.setAll(values, i -> random.nextDouble() < .3 ? 1 : 0);
        int[] clusters = new int[values.length];
        Arrays.setAll(clusters, i -> i);

        Measure.Estimated mean = (Measure.Estimated) ClusteredMean.of(values, clusters, SETTINGS);

        assertThat(mean.value()).isEqualTo(Arrays.stream(values).average().orElseThrow());
        double half = 1.96 * Math.sqrt(mean.value() * (1 - mean.value()) / values.length);
        assertThat(mean.interval().high() - mean.interval().low()).isCloseTo(2 * half, within(.15 * 2 * half));
    }

    @Test
    void fewClustersHaveNoIntervalAndNoValuesNoMean() {
        assertThat(ClusteredMean.of(new double[] {1, 0}, new int[] {0, 1}, SETTINGS))
                .isEqualTo(new Measure.Point(.5));
        assertThat(ClusteredMean.of(new double[0], new int[0], SETTINGS).known())
                .isEmpty();
    }
}
