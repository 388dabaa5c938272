package io.holdfast.training.inspection;

import io.holdfast.scoring.table.NumberText;
import java.util.Arrays;

/** The whole numbers at the end of cells such as {@code C-000123}, as long as every cell has one and more. */
final class NumberedIds {
    private static final int MOST_DIGITS = 15;

    private double[] numbers = new double[1024];
    private int size;
    private boolean broken;

    void add(String cell) {
        if (broken) {
            return;
        }
        int from = cell.length();
        while (from > 0 && cell.length() - from < MOST_DIGITS && isDigit(cell.charAt(from - 1))) {
            from--;
        }
        if (from == cell.length() || NumberText.isNumber(cell)) {
            broken = true;
            numbers = new double[0];
            return;
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size + (size >> 1));
        }
        numbers[size++] = Long.parseLong(cell, from, cell.length(), 10);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether each of so many cells had a number. */
    boolean complete(int cells) {
        return !broken && size == cells;
    }

    double[] numbers() {
        return Arrays.copyOf(numbers, size);
    }
}
