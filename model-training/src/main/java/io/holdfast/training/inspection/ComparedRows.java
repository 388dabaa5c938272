package io.holdfast.training.inspection;

import java.util.Arrays;
import java.util.List;

/**
 * Rows and the distance between two of them: the sum over the columns of the difference in rank, 0 to 1, for numbers, and of 0 or 1 for
 * equal or different words (Gower 1971), in units of 1/65535 so that sums are exact. A missing cell is like a word of its own.
 */
final class ComparedRows {
    /** The distance of two different words. */
    static final int UNIT = Ranks.HIGHEST;

    private static final int TILE = 4096;

    private final List<CodedColumn> columns;
    private final int size;

    private ComparedRows(List<CodedColumn> columns, int size) {
        this.columns = columns;
        this.size = size;
    }

    /** Leaves out columns by which rows cannot be compared, or that another column decides. */
    static ComparedRows of(List<CodedColumn> columns, long seed) {
        List<CodedColumn> telling = columns.stream()
                .filter(column -> !column.constant() && !column.tellsRowsApart())
                .toList();
        int size = columns.isEmpty() ? 0 : columns.get(0).codes().length;
        return new ComparedRows(new Redundancy(telling, seed).undecided(), size);
    }

    int size() {
        return size;
    }

    int width() {
        return columns.size();
    }

    CodedColumn column(int index) {
        return columns.get(index);
    }

    int[] row(int row) {
        int[] codes = new int[width()];
        for (int c = 0; c < codes.length; c++) {
            codes[c] = columns.get(c).codes()[row];
        }
        return codes;
    }

    /**
     * Compares all rows with one.
     *
     * @param query codes by column
     * @param distances gets the distance of each row
     * @param differing gets in how many columns each row differs
     */
    void compare(int[] query, int[] distances, int[] differing) {
        for (int from = 0; from < size; from += TILE) {
            int to = Math.min(size, from + TILE);
            Arrays.fill(distances, from, to, 0);
            Arrays.fill(differing, from, to, 0);
            for (int c = 0; c < query.length; c++) {
                CodedColumn column = columns.get(c);
                if (!column.ordered() || query[c] == 0) {
                    // A missing number is like a word too.
                    addWords(column.codes(), query[c], distances, differing, from, to);
                } else if (column.gaps()) {
                    addGappedNumbers(column.codes(), query[c], distances, differing, from, to);
                } else {
                    addNumbers(column.codes(), query[c], distances, differing, from, to);
                }
            }
        }
    }

    // No branch in these loops, so that the JVM makes vector instructions of them.

    private static void addWords(int[] codes, int asked, int[] distances, int[] differing, int from, int to) {
        for (int row = from; row < to; row++) {
            int different = oneUnlessZero(codes[row] ^ asked);
            distances[row] += different * UNIT;
            differing[row] += different;
        }
    }

    private static void addNumbers(int[] codes, int asked, int[] distances, int[] differing, int from, int to) {
        for (int row = from; row < to; row++) {
            int difference = Math.abs(codes[row] - asked);
            distances[row] += difference;
            differing[row] += oneUnlessZero(difference);
        }
    }

    private static void addGappedNumbers(int[] codes, int asked, int[] distances, int[] differing, int from, int to) {
        for (int row = from; row < to; row++) {
            int present = oneUnlessZero(codes[row]);
            int difference = present * Math.abs(codes[row] - asked) + (1 - present) * UNIT;
            distances[row] += difference;
            differing[row] += oneUnlessZero(difference);
        }
    }

    /** Of a number from 0 to 65,535. */
    private static int oneUnlessZero(int code) {
        return (code + UNIT) >>> Character.SIZE;
    }

    private static int difference(int code, int other) {
        boolean oneMissing = (code == 0) != (other == 0);
        return oneMissing ? UNIT : Math.abs(code - other);
    }

    /** The distance between two codes of a column, ordered or not. */
    static int difference(boolean ordered, int code, int other) {
        if (ordered) {
            return difference(code, other);
        }
        return code == other ? 0 : UNIT;
    }
}
