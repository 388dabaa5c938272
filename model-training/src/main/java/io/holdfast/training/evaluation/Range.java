package io.holdfast.training.evaluation;

/**
 * Between which values a figure lies, whatever the rows. Intervals about a mean are kept within by the delta method: they are symmetric on
 * a scale without ends (log-odds between two ends, logarithm above one) and carried back, so that a mean close to an end gets a short arm
 * on that side and a long one on the other.
 *
 * @param low the lower end, finite
 * @param high the upper end, above; may be infinite
 */
public record Range(double low, double high) {
    /** Parts of a whole, and areas. */
    static final Range SHARE = new Range(0, 1);

    /** Differences of two such. */
    static final Range BALANCE = new Range(-1, 1);

    /** Sums of losses. */
    static final Range LOSS = new Range(0, Double.POSITIVE_INFINITY);

    /** Checks the ends. */
    public Range {
        if (!(Double.isFinite(low) && low < high)) {
            throw new IllegalArgumentException("range: " + low + " to " + high + " (expected: ascending, low finite)");
        }
    }

    /**
     * The interval about a mean, within the range. Where the mean is an end of it, all figures were, and the interval is that end.
     *
     * @param mean within the range
     * @param reach half the length of the interval as if there were no ends, 0 or more
     */
    public Interval about(double mean, double reach) {
        double above = mean - low;
        double below = high - mean;
        if (above <= 0 || below <= 0) {
            return new Interval(mean, mean);
        }
        if (Double.isInfinite(high)) {
            double times = StrictMath.exp(Math.min(reach / above, 500));
            return around(mean, low + above / times, Math.min(low + above * times, Double.MAX_VALUE));
        }
        double width = high - low;
        double times = StrictMath.exp(Math.min(reach * width / (above * below), 500));
        return around(
                mean,
                low + width * (above / (above + below * times)),
                high - width * (below / (below + above * times)));
    }

    /** Rounding may carry the ends of an interval without a length, as of figures that are all the same, past its middle. */
    private static Interval around(double mean, double from, double to) {
        return new Interval(Math.min(from, mean), Math.max(to, mean));
    }

    /**
     * The interval about a mean of differences between two figures of this range, cut where no difference can be. It stays symmetric, since
     * differences lie about 0, far from their ends.
     *
     * @param mean of differences
     * @param reach half the length of the interval, 0 or more
     */
    public Interval aboutDifference(double mean, double reach) {
        double most = Math.min(high - low, Double.MAX_VALUE);
        return new Interval(Math.max(-most, mean - reach), Math.min(most, mean + reach));
    }
}
