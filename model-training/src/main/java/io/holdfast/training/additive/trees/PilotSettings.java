package io.holdfast.training.additive.trees;

/**
 * A trial of few trees on top of all tables, before many are boosted in earnest: where few find nothing that the tables miss, many would not be
 * mixed in, and they take twice as long as all tables together. There is none where rows are of several dates ({@link TreeSettings#ofDates}).
 *
 * @param from learning rows from which there is a trial, 1 or more; 60,000: in smaller tables trees take seconds, gain by averaging as
 *     well as by what tables miss, and a trial would see too few rows to judge
 * @param rounds trees a bag, 1 or more; 20: where trees won, ten did not always show it, and further ones showed nothing new
 * @param rows rows a tree learns from at least, as far as there are so many, 1 or more; 40,000, some six hundred a leaf
 * @param share share of the rows a tree learns from at least, above 0 up to 1; .1, a third of what the trees in earnest see
 * @param leastZ fall of the out-of-bag loss over its standard error that the trial must reach, any number (negative infinity: trees are
 *     always boosted); 0, as so few trees over-fit where there is nothing to find, the more surely the more rows judge them
 */
public record PilotSettings(int from, int rounds, int rows, double share, double leastZ) {
    /** Checks the ranges. */
    public PilotSettings {
        requirePositive("from", from);
        requirePositive("rounds", rounds);
        requirePositive("rows", rows);
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share: " + share + " (expected: above 0 up to 1)");
        }
        if (Double.isNaN(leastZ)) {
            throw new IllegalArgumentException("leastZ: NaN (expected: a number)");
        }
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: 1 or more)");
        }
    }

    /** What the components say. */
    public static PilotSettings defaults() {
        return new PilotSettings(60_000, 20, 40_000, 0.1, 0);
    }

    /** The same from so many learning rows on. */
    public PilotSettings withFrom(int other) {
        return new PilotSettings(other, rounds, rows, share, leastZ);
    }

    /** The share of so many rows that a tree learns from. */
    double rowShare(int tableRows) {
        return Math.min(1, Math.max(share, (double) rows / tableRows));
    }
}
