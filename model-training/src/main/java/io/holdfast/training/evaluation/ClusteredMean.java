package io.holdfast.training.evaluation;

import io.holdfast.training.data.RowWeights;
import java.util.Arrays;

/** A mean with a percentile bootstrap interval over clusters. */
public final class ClusteredMean {
    private ClusteredMean() {}

    /**
     * The mean.
     *
     * @param values finite
     * @param byValue how much each of them counts
     * @param clusters one number a value, from 0, equal where values depend on each other
     * @return undefined of no values, without an interval of few clusters
     */
    public static Measure of(double[] values, RowWeights byValue, int[] clusters, EvaluationSettings settings) {
        if (values.length == 0) {
            return Measure.Undefined.TOO_FEW;
        }
        int count = 1 + Arrays.stream(clusters).max().orElse(0);
        double[] sums = new double[count];
        double[] sizes = new double[count];
        for (int i = 0; i < values.length; i++) {
            sums[clusters[i]] += byValue.of(i) * values[i];
            sizes[clusters[i]] += byValue.of(i);
        }
        int[] once = new int[count];
        Arrays.fill(once, 1);
        double value = mean(sums, sizes, once);
        if (count < Bootstrap.LEAST_ROWS) {
            return new Measure.Point(value);
        }
        int samples = Bootstrap.resamples(values.length, settings.resamples());
        double[] drawn =
                Resamples.of(count, samples, settings.seed(), () -> counts -> mean(sums, sizes, counts)).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
        return new Measure.Estimated(value, Bootstrap.interval(drawn));
    }

    private static double mean(double[] sums, double[] sizes, int[] counts) {
        double sum = 0;
        double size = 0;
        for (int cluster = 0; cluster < sums.length; cluster++) {
            sum += counts[cluster] * sums[cluster];
            size += counts[cluster] * sizes[cluster];
        }
        return sum / size;
    }
}
