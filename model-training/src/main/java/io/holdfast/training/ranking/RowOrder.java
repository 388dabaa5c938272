package io.holdfast.training.ranking;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Rows sorted by several numbers, eight bytes a row however many. What they are sorted by last counts most; what is equal there stays as it stood
 * (radix sort from the lowest digit, Knuth 1998, "The Art of Computer Programming" volume 3, section 5.2.5).
 */
public final class RowOrder {
    /** With fewer rows, counting sixteen bits at a time would take longer than sorting. */
    private static final int MANY = 20_000;

    private final int bits;
    private int[] rows;
    private int[] other;

    /** @param size rows from 0, as they stand */
    public RowOrder(int size) {
        bits = size < MANY ? Byte.SIZE : Short.SIZE;
        rows = new int[size];
        other = new int[size];
        Arrays.setAll(rows, row -> row);
    }

    /** Sorts them, ascending in the order of {@link Double#compare}, so that -0.0 is below 0.0 and NaN above all. */
    public RowOrder by(IntToDoubleFunction numbers) {
        int[][] counts = new int[Long.SIZE / bits][1 << bits];
        for (int row : rows) {
            long place = place(numbers.applyAsDouble(row));
            for (int digit = 0; digit < counts.length; digit++) {
                counts[digit][digit(place, digit)]++;
            }
        }
        for (int digit = 0; digit < counts.length; digit++) {
            if (differs(counts[digit])) {
                sort(numbers, digit, counts[digit]);
            }
        }
        return this;
    }

    private boolean differs(int[] counts) {
        for (int count : counts) {
            if (count > 0) {
                return count < rows.length;
            }
        }
        return false;
    }

    private void sort(IntToDoubleFunction numbers, int digit, int[] counts) {
        int[] starts = new int[counts.length];
        for (int value = 1; value < starts.length; value++) {
            starts[value] = starts[value - 1] + counts[value - 1];
        }
        for (int row : rows) {
            other[starts[digit(place(numbers.applyAsDouble(row)), digit)]++] = row;
        }
        int[] sorted = other;
        other = rows;
        rows = sorted;
    }

    private int digit(long place, int digit) {
        return (int) (place >>> (digit * bits)) & ((1 << bits) - 1);
    }

    /** A number without sign that is higher where the value is. */
    private static long place(double value) {
        long bits = Double.doubleToLongBits(value);
        return bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
    }

    /** A copy of the rows in their order. */
    public int[] rows() {
        return rows.clone();
    }
}
