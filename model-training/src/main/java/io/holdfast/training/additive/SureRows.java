package io.holdfast.training.additive;

import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fit.TrainingRows;
import java.util.Arrays;
import java.util.stream.IntStream;

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
     * @param groups of all rows of the table, equal where rows belong together
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
     * @param groups the group of each, any numbers
     */
    static int of(boolean[] positives, int[] groups) {
        int[] left = IntStream.range(0, groups.length)
                .filter(row -> positives[row])
                .map(row -> groups[row])
                .toArray();
        int[] stayed = IntStream.range(0, groups.length)
                .filter(row -> !positives[row])
                .map(row -> groups[row])
                .toArray();
        return (int) Math.min(different(groups), A_RARE_ONE * Math.min(different(left), different(stayed)));
    }

    private static long different(int[] groups) {
        int[] sorted = groups.clone();
        Arrays.sort(sorted);
        return IntStream.range(0, sorted.length)
                .filter(i -> i == 0 || sorted[i] != sorted[i - 1])
                .count();
    }
}
