package io.holdfast.training.evaluation;

import org.apache.commons.math3.distribution.NormalDistribution;

/** The score interval of a rate (Wilson 1927), also of one from weighted rows, which tell as much as their effective number of equal ones. */
final class Wilson {
    private static final double Z = new NormalDistribution(0, 1).inverseCumulativeProbability((1 + Interval.LEVEL) / 2);

    private Wilson() {}

    /**
     * The interval.
     *
     * @param rate 0 to 1
     * @param rows how many tell it, above 0
     */
    static Interval of(double rate, double rows) {
        double squared = Z * Z;
        double factor = 1 / (1 + squared / rows);
        double centre = rate + squared / (2 * rows);
        double reach = Z * StrictMath.sqrt(rate * (1 - rate) / rows + squared / (4 * rows * rows));
        double low = rate == 0 ? 0 : Math.max(0, factor * (centre - reach));
        double high = rate == 1 ? 1 : Math.min(1, factor * (centre + reach));
        return new Interval(low, high);
    }
}
