package io.holdfast.training.data;

import java.util.Arrays;

/** A growing list of whole numbers, one a row. */
final class RowNumbers {
    private long[] values = new long[1024];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    long get(int row) {
        return values[row];
    }

    long[] longs() {
        return Arrays.copyOf(values, size);
    }

    int[] ints() {
        return Arrays.stream(values, 0, size).mapToInt(Math::toIntExact).toArray();
    }
}
