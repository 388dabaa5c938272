package io.holdfast.care.inference;

/**
 * Intervals of which all together, over however many looks, hold the truth in all but a share alpha of the cases: the asymptotic confidence sequence of Waudby-Smith,
 * Arbour, Sinha, Kennedy and Ramdas (Time-uniform central limit theory and asymptotic confidence sequences, Annals of Statistics 52, 2024,
 * theorem 2.2), with the mixture's parameter by their equation for the number at which it is to be tightest.
 */
public final class ConfidenceSequence {
    /** Clusters at which it is tightest. */
    public static final double TIGHTEST = 10_000;

    /** Clusters in each arm before the first look. */
    public static final int EARLIEST = 100;

    /** The share of the usual 95 % interval. */
    public static final double ALPHA = 0.05;

    private ConfidenceSequence() {}

    private static double mixture(double alpha) {
        double log = -2 * StrictMath.log(alpha);
        return (log + StrictMath.log(log) + 1) / TIGHTEST;
    }

    /**
     * The interval at one look.
     *
     * @param point estimated so far
     * @param variance of the estimate
     * @param clusters seen so far on both sides
     * @param alpha share of the cases in which the truth may be left out, above 0, below 1
     */
    static Estimate at(double point, double variance, int clusters, double alpha) {
        double half = StrictMath.sqrt(variance) * width(clusters, alpha);
        return new Estimate(point, point - half, point + half);
    }

    /**
     * From the point to either end, in standard errors.
     *
     * @param clusters on both sides, above 0
     * @param alpha share of the cases in which the truth may be left out, above 0, below 1
     */
    public static double width(double clusters, double alpha) {
        double seen = clusters * mixture(alpha);
        return StrictMath.sqrt(2 * (seen + 1) / seen * StrictMath.log(StrictMath.sqrt(seen + 1) / alpha));
    }
}
