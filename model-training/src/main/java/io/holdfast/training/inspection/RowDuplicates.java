package io.holdfast.training.inspection;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Rows that are equal but for ids.
 *
 * @param rows that repeat an earlier one in every column, the label among them
 * @param contradicting sets of rows that are equal in everything but the label
 */
public record RowDuplicates(long rows, long contradicting) {

    /** Counts by hashes of 64 bits; that two different rows of a million share one is a matter of 1 in 40 million. */
    static RowDuplicates count(List<CheckedColumn> columns, Optional<CheckedColumn> label, int rows) {
        long[] hashes = new long[rows];
        columns.forEach(column -> mix(hashes, column));
        long different = distinct(hashes);
        label.ifPresent(column -> mix(hashes, column));
        long differentWithLabel = distinct(hashes);
        return new RowDuplicates(rows - differentWithLabel, differentWithLabel - different);
    }

    private static void mix(long[] hashes, CheckedColumn column) {
        for (int row = 0; row < hashes.length; row++) {
            long cell = column instanceof CheckedColumn.Numbers numbers
                    ? Double.doubleToLongBits(numbers.values()[row])
                    : ((CheckedColumn.Levels) column).codes()[row];
            long mixed = (hashes[row] ^ cell) * 0x9E3779B97F4A7C15L;
            hashes[row] = mixed ^ (mixed >>> Integer.SIZE);
        }
    }

    private static long distinct(long[] hashes) {
        long[] sorted = hashes.clone();
        Arrays.sort(sorted);
        long distinct = Math.min(1, sorted.length);
        for (int i = 1; i < sorted.length; i++) {
            distinct += sorted[i] == sorted[i - 1] ? 0 : 1;
        }
        return distinct;
    }
}
