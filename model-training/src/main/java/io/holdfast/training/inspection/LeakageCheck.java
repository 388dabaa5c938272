package io.holdfast.training.inspection;

import java.util.List;

/** Finds columns that know the label better than an honest column can. */
public final class LeakageCheck {
    private LeakageCheck() {}

    /**
     * The suspects in the order of the columns, at most one entry a column.
     *
     * @param columns candidates: features, and ids if they are to be looked at
     * @param positives the label, one a row
     * @param seed of the folds
     */
    public static List<LeakSuspect> suspects(List<CheckedColumn> columns, boolean[] positives, long seed) {
        throw new UnsupportedOperationException();
    }
}
