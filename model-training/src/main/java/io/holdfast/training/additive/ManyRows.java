package io.holdfast.training.additive;

import io.holdfast.training.additive.boosting.BoostingSettings;

/**
 * What is different where there are many rows: sums over them are so sure that fewer, longer steps and fewer bags do.
 *
 * @param from learning rows, counted as {@link SureRows} does, 1 or more; 60,000, as the tables on which the slow steps were chosen are smaller
 * @param boosting how tables are filled from there on; longer steps and four leaves, as {@link BoostingSettings#ofManyRows} says
 * @param fewBagsFrom learning rows, 1 or more; 400,000, where each of four bags is judged by 100,000 rows or more, so that further ones cost their
 *     time and settle nothing
 * @param fewBags the most bags from there on, 2 or more; 4, each of which learns from three quarters of the rows
 */
public record ManyRows(int from, BoostingSettings boosting, int fewBagsFrom, int fewBags) {
    /** Checks the ranges. */
    public ManyRows {
        if (from < 1 || fewBagsFrom < 1) {
            throw new IllegalArgumentException(
                    "from, fewBagsFrom: " + from + ", " + fewBagsFrom + " (expected: 1 or more)");
        }
        if (fewBags < 2) {
            throw new IllegalArgumentException("fewBags: " + fewBags + " (expected: 2 or more)");
        }
    }

    /** Long steps from 60,000 rows on, 4 bags from 400,000 rows on. */
    public static ManyRows defaults() {
        return new ManyRows(60_000, BoostingSettings.ofManyRows(), 400_000, 4);
    }

    BoostingSettings boosting(int sure, BoostingSettings ofFew) {
        return sure >= from ? boosting : ofFew;
    }

    int bags(int rows, int ofFew) {
        return rows >= fewBagsFrom ? Math.min(fewBags, ofFew) : ofFew;
    }
}
