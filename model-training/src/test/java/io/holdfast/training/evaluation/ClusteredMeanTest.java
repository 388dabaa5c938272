package io.holdfast.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.training.data.RowWeights;
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

        Measure.Estimated mean = (Measure.Estimated) ClusteredMean.of(values, RowWeights.EVEN, clusters, SETTINGS);

        assertThat(mean.value()).isEqualTo(Arrays.stream(values).average().orElseThrow());
        double half = 1.96 * Math.sqrt(mean.value() * (1 - mean.value()) / values.length);
        assertThat(mean.interval().high() - mean.interval().low()).isCloseTo(2 * half, within(.15 * 2 * half));
    }

    @Test
    void fewClustersHaveNoIntervalAndNoValuesNoMean() {
        assertThat(ClusteredMean.of(new double[] {1, 0}, RowWeights.EVEN, new int[] {0, 1}, SETTINGS))
                .isEqualTo(new Measure.Point(.5));
        assertThat(ClusteredMean.of(new double[0], RowWeights.EVEN, new int[0], SETTINGS)
                        .known())
                .isEmpty();
    }

    @Test
    void aValueOfWeightTwoIsTwoValues() {
        double[] values = new double[100];
        double[] weights = new double[100];
        double[] repeated = new double[150];
        int[] clusters = new int[100];
        int[] repeatedClusters = new int[150];
        for (int i = 0, at = 0; i < 100; i++) {
            values[i] = i * 37 % 100 / 100.0;
            weights[i] = 1 + i % 2;
            clusters[i] = i / 2;
            for (int copy = 0; copy < weights[i]; copy++) {
                repeated[at] = values[i];
                repeatedClusters[at++] = clusters[i];
            }
        }
        Measure.Estimated one =
                (Measure.Estimated) ClusteredMean.of(values, RowWeights.of(weights), clusters, SETTINGS);
        Measure.Estimated other =
                (Measure.Estimated) ClusteredMean.of(repeated, RowWeights.EVEN, repeatedClusters, SETTINGS);

        assertThat(one.value()).isCloseTo(other.value(), within(1e-12));
        assertThat(one.interval().low()).isCloseTo(other.interval().low(), within(1e-12));
        assertThat(one.interval().high()).isCloseTo(other.interval().high(), within(1e-12));
    }
}
