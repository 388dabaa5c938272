package io.holdfast.training.additive;

import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fit.TrainingRows;
import java.util.Arrays;
import java.util.BitSet;

/**
 * As how many rows a table's count when it is asked what can be learned from them for sure: rows of one customer say much the same, and where few leave, those few decide. So it is the groups that count, and no more than twenty for
 * each of the rarer class.
 */
final class SureRows {
    /** A table in which one in twenty leaves counts in full: short steps gain .001 of ROC AUC where 8 % leave, .003 where 3 % do. */
    private static final int A_RARE_ONE = 20;

    private SureRows() {}

    /**
     * Of some rows of a table.
     *
     * @param groups of all rows of the table, 0 or more, equal where rows belong together
     */
    static int of(TrainingTable table, int[] rows, int[] groups) {
        return of(
                TrainingRows.positives(table, rows),
                Arrays.stream(rows).map(row -> groups[row]).toArray());
    }

    /**
     * Of rows.
     *
     * @param positives the class of each
     * @param groups the group of each, 0 or more
     */
    static int of(boolean[] positives, int[] groups) {
        BitSet left = new BitSet();
        BitSet stayed = new BitSet();
        for (int row = 0; row < groups.length; row++) {
            (positives[row] ? left : stayed).set(groups[row]);
        }
        long rare = Math.min(left.cardinality(), stayed.cardinality());
        left.or(stayed);
        return (int) Math.min(left.cardinality(), A_RARE_ONE * rare);
    }
}
