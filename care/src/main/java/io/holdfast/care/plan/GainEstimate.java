package io.holdfast.care.plan;

/**
 * Expected net margin against doing nothing, with the 95 % interval that the uncertainty of the effect gives; the risk is taken as known.
 *
 * @param expected money
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
public record GainEstimate(double expected, double low, double high) {
    /** Doing nothing. */
    public static final GainEstimate ZERO = new GainEstimate(0, 0, 0);

    /** 97.5 % quantile of the standard normal distribution. */
    static final double QUANTILE = 1.959963984540054;

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException unless low, expected and high are finite and rise
     */
    public GainEstimate {
        if (!(low <= expected && expected <= high) || !Double.isFinite(high - low)) {
            throw new IllegalArgumentException(
                    "gain: " + low + ", " + expected + ", " + high + " (expected: finite, rising)");
        }
    }

    /** A normally distributed gain. */
    static GainEstimate normal(double expected, double deviation) {
        return new GainEstimate(expected, expected - QUANTILE * deviation, expected + QUANTILE * deviation);
    }
}
