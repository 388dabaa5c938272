package io.holdfast.training.fit;

import java.util.Arrays;

/**
 * A logistic line through one score (Platt 1999, without his smoothing of the labels): probability = 1 / (1 + exp(-(shift + slope * (score - centre) / spread))). It never
 * falls, so that it keeps the ranking.
 */
public final class PlattScale {
    private final double centre;
    private final double spread;
    private final double[] map;

    private PlattScale(double centre, double spread, double[] map) {
        this.centre = centre;
        this.spread = spread;
        this.map = map;
    }

    /** The likeliest line through rows that all count the same. */
    public static PlattScale fit(double[] scores, boolean[] positives) {
        double[] even = new double[scores.length];
        Arrays.fill(even, 1);
        return fit(scores, positives, even);
    }

    /**
     * The likeliest line.
     *
     * @param scores finite
     * @param positives what happened, in the same order; both classes must occur
     * @param weights how much each row counts, of mean 1, in the same order
     */
    public static PlattScale fit(double[] scores, boolean[] positives, double[] weights) {
        double centre = mean(scores);
        double spread = StrictMath.sqrt(mean(Arrays.stream(scores)
                .map(score -> (score - centre) * (score - centre))
                .toArray()));
        PlattScale raw = new PlattScale(centre, spread > 0 ? spread : 1, new double[] {0, 1});
        return new PlattScale(
                raw.centre,
                raw.spread,
                PlattFit.of(Arrays.stream(scores).map(raw::logOdds).toArray(), positives, weights));
    }

    private double logOdds(double score) {
        return map[0] + map[1] * (score - centre) / spread;
    }

    /** The probabilities of scores, in their order. */
    public double[] probabilities(double[] scores) {
        return Arrays.stream(scores)
                .map(score -> 1 / (1 + StrictMath.exp(-logOdds(score))))
                .toArray();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
