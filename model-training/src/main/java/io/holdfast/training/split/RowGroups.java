package io.holdfast.training.split;

import java.util.stream.IntStream;

/** Which rows belong together, a number per row; nothing is held where every row stands for itself, as in most tables. Immutable. */
public final class RowGroups {
    private final int rows;
    // Empty where each row's number is its own position.
    private final int[] numbers;

    private RowGroups(int rows, int[] numbers) {
        this.rows = rows;
        this.numbers = numbers;
    }

    /** Rows that belong together where their numbers are equal. */
    public static RowGroups of(int[] numbers) {
        return new RowGroups(numbers.length, apart(numbers) ? new int[0] : numbers.clone());
    }

    private static boolean apart(int[] numbers) {
        for (int row = 0; row < numbers.length; row++) {
            if (numbers[row] != row) {
                return false;
            }
        }
        return true;
    }

    /** A number per row, as they were given. */
    public int[] numbers() {
        return numbers.length == rows
                ? numbers.clone()
                : IntStream.range(0, rows).toArray();
    }
}
