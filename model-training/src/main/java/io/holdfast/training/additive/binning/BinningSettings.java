package io.holdfast.training.additive.binning;

/**
 * How values become bins.
 *
 * @param bins the most bins of a column, the two for missing and for rare or unseen values included, 4 to 256; 256, because a
 *     byte holds them and fewer cost accuracy on tables with sharp thresholds
 * @param leastLevelRows learning rows below which a level counts as rare, 1 or more; 5, the smallest number from which
 *     anything can be told
 * @param copyCorrelation correlation of bins, in absolute value, above which a number counts as a copy of an earlier one and
 *     is left out, above 0 up to 1 (1: never); .998, which finds minutes beside charges and no merely related columns
 */
public record BinningSettings(int bins, int leastLevelRows, double copyCorrelation) {
    private static final int FEWEST_BINS = 4;
    private static final int MOST_BINS = 256;

    /** Checks the ranges. */
    public BinningSettings {
        if (bins < FEWEST_BINS || bins > MOST_BINS) {
            throw new IllegalArgumentException(
                    "bins: " + bins + " (expected: " + FEWEST_BINS + " to " + MOST_BINS + ")");
        }
        if (leastLevelRows < 1) {
            throw new IllegalArgumentException("leastLevelRows: " + leastLevelRows + " (expected: 1 or more)");
        }
        if (!(copyCorrelation > 0 && copyCorrelation <= 1)) {
            throw new IllegalArgumentException("copyCorrelation: " + copyCorrelation + " (expected: above 0 up to 1)");
        }
    }

    /** 256 bins, levels seen five times, copies from .998 on. */
    public static BinningSettings defaults() {
        return new BinningSettings(256, 5, 0.998);
    }
}
