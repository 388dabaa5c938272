package io.holdfast.training.additive.binning;

/**
 * How values become bins.
 *
 * @param bins the most bins of a column, the two for missing and for rare or unseen values included, 4 to 256; 256, because a
 *     byte holds them and fewer cost accuracy on tables with sharp thresholds
 * @param leastLevelRows learning rows below which a level counts as rare, 1 or more; 5, the smallest number from which
 *     anything can be told
 * @param plainLevels levels up to which a category always has a cell each, 0 or more; 32, as no order is needed among so few
 * @param rowsOfPlainLevel rows per level below which a category of more levels has them ordered by what other rows say of
 *     them instead, 0 or more; 30, as a level of fewer rows is mostly chance
 * @param rowsOfSureLevel rows per level below which such a category is learned in both ways and the out-of-bag loss chooses,
 *     0 or more (0: never); 200, as with a hundred rows a level fits chance often enough to cost 3 to 5 % of the log loss where levels say nothing
 * @param rowsLearnedTwice rows above which no table is learned in both ways, 0 or more; 50,000, since a category that has few rows a level in a larger table is empty in nearly
 *     all of them, and does not repay the time
 * @param copyCorrelation correlation of bins, in absolute value, above which a number counts as a copy of an earlier one and
 *     is left out, above 0 up to 1 (1: never); .998, which finds minutes beside charges and no merely related columns
 */
public record BinningSettings(
        int bins,
        int leastLevelRows,
        int plainLevels,
        int rowsOfPlainLevel,
        int rowsOfSureLevel,
        int rowsLearnedTwice,
        double copyCorrelation) {
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
        if (Math.min(Math.min(plainLevels, rowsOfPlainLevel), Math.min(rowsOfSureLevel, rowsLearnedTwice)) < 0) {
            throw new IllegalArgumentException("plainLevels, rowsOfPlainLevel, rowsOfSureLevel, rowsLearnedTwice: "
                    + plainLevels + ", " + rowsOfPlainLevel + ", " + rowsOfSureLevel + ", " + rowsLearnedTwice
                    + " (expected: 0 or more)");
        }
        if (!(copyCorrelation > 0 && copyCorrelation <= 1)) {
            throw new IllegalArgumentException("copyCorrelation: " + copyCorrelation + " (expected: above 0 up to 1)");
        }
    }

    /** 256 bins, levels seen five times, cells of their own for 32 levels or 30 rows a level, for sure from 200 on, copies from .998 on. */
    public static BinningSettings defaults() {
        return new BinningSettings(256, 5, 32, 30, 200, 50_000, 0.998);
    }
}
