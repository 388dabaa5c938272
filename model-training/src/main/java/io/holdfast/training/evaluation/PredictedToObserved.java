package io.holdfast.training.evaluation;

import java.util.Arrays;

/** Leavers that a model expected over leavers that there were: 1 is right on average, above it says too much. */
public final class PredictedToObserved {
    private PredictedToObserved() {}

    /** The ratio, with a percentile bootstrap interval over the clusters of the rows where these are enough. */
    public static Measure of(ScoredRows rows, EvaluationSettings settings) {
        int[] all = new int[rows.positives().length];
        Arrays.setAll(all, row -> row);
        Clusters clusters = rows.clusters().only(all);
        int count = clusters.count();
        double[] said = new double[count];
        double[] left = new double[count];
        for (int row = 0; row < all.length; row++) {
            said[clusters.numbers()[row]] += rows.weights().of(row) * rows.probabilities()[row];
            left[clusters.numbers()[row]] +=
                    rows.positives()[row] ? rows.weights().of(row) : 0;
        }
        int[] once = new int[count];
        Arrays.fill(once, 1);
        double value = ratio(said, left, once);
        if (!Double.isFinite(value)) {
            return Measure.Undefined.ONE_CLASS;
        }
        long leavers = Arrays.stream(left).filter(found -> found > 0).count();
        if (count < Bootstrap.LEAST_ROWS || leavers < Bootstrap.LEAST_OF_A_CLASS) {
            return new Measure.Point(value);
        }
        int samples = Bootstrap.resamples(all.length, settings.resamples());
        double[] drawn =
                Resamples.of(count, samples, settings.seed(), () -> counts -> ratio(said, left, counts)).stream()
                        .mapToDouble(Double::doubleValue)
                        .filter(Double::isFinite)
                        .toArray();
        return new Measure.Estimated(value, Bootstrap.interval(drawn));
    }

    private static double ratio(double[] said, double[] left, int[] weights) {
        double expected = 0;
        double found = 0;
        for (int cluster = 0; cluster < said.length; cluster++) {
            expected += weights[cluster] * said[cluster];
            found += weights[cluster] * left[cluster];
        }
        return expected / found;
    }
}
