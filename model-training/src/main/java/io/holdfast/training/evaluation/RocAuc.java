package io.holdfast.training.evaluation;

import java.util.OptionalDouble;

/** The area under the ROC curve of any score. */
public final class RocAuc {
    private RocAuc() {}

    /**
     * The chance that a positive row scores above a negative one, ties counting half.
     *
     * @param scores one a row, no NaN, in any unit
     * @param positives the label, in the same order
     * @return empty where the rows are all of one class
     */
    public static OptionalDouble of(double[] scores, boolean[] positives) {
        RankedRows rows = RankedRows.of(scores, positives);
        if (rows.oneClass()) {
            return OptionalDouble.empty();
        }
        long concordantTwice = 0;
        long negativesBelow = 0;
        for (int start = 0; start < rows.size(); ) {
            int end = rows.tieEnd(start);
            long tiedPositives = 0;
            for (int rank = start; rank < end; rank++) {
                tiedPositives += rows.positive(rank) ? 1 : 0;
            }
            long tiedNegatives = end - start - tiedPositives;
            concordantTwice += tiedPositives * (2 * negativesBelow + tiedNegatives);
            negativesBelow += tiedNegatives;
            start = end;
        }
        return OptionalDouble.of(concordantTwice / (2.0 * rows.positiveCount() * rows.negativeCount()));
    }
}
