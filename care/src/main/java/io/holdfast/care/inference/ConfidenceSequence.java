package io.holdfast.care.inference;

/**
 * Intervals of which all together, over however many looks, hold the truth in 95 of 100 cases: the asymptotic confidence sequence of Waudby-Smith,
 * Arbour, Sinha, Kennedy and Ramdas (Time-uniform central limit theory and asymptotic confidence sequences, Annals of Statistics 52, 2024,
 * theorem 2.2), with the mixture's parameter by their equation for the number at which it is to be tightest.
 */
public final class ConfidenceSequence {
    /** Clusters at which it is tightest. */
    public static final double TIGHTEST = 10_000;

    /** Clusters in each arm before the first look. */
    public static final int EARLIEST = 100;

    private static final double ALPHA = 0.05;
    private static final double MIXTURE = mixture();

    private ConfidenceSequence() {}

    private static double mixture() {
        double log = -2 * StrictMath.log(ALPHA);
        return (log + StrictMath.log(log) + 1) / TIGHTEST;
    }

    /**
     * The interval at one look.
     *
     * @param point estimated so far
     * @param variance of the estimate
     * @param clusters seen so far on both sides
     */
    static Estimate at(double point, double variance, int clusters) {
        double information = clusters * MIXTURE + 1;
        double half = StrictMath.sqrt(variance
                * 2
                * information
                / (clusters * MIXTURE)
                * StrictMath.log(StrictMath.sqrt(information) / ALPHA));
        return new Estimate(point, point - half, point + half);
    }
}
