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

    /** Is told how some rows compare with one. */
    @FunctionalInterface
    interface Compared {
        /**
         * Hears of rows beside each other, all in their order.
         *
         * @param from the first of them
         * @param count how many
         * @param distances theirs from place 0 on, overwritten later
         * @param differing in how many columns each differs
         */
        void take(int from, int count, int[] distances, int[] differing);
    }

    /**
     * Compares all rows with one.
     *
     * @param query codes by column
     */
    void compare(int[] query, Compared compared) {
        int[] tile = new int[TILE];
        int[] distances = new int[TILE];
        int[] differing = new int[TILE];
        for (int from = 0; from < size; from += TILE) {
            int count = Math.min(size - from, TILE);
            Arrays.fill(distances, 0);
            Arrays.fill(differing, 0);
            for (int c = 0; c < query.length; c++) {
                CodedColumn column = columns.get(c);
                widen(column.codes(), from, count, tile);
                if (!column.ordered() || query[c] == 0) {
                    // A missing number is like a word too.
                    addWords(tile, query[c], distances, differing, count);
                } else if (column.gaps()) {
                    addGappedNumbers(tile, query[c], distances, differing, count);
                } else {
                    addNumbers(tile, query[c], distances, differing, count);
                }
            }
            compared.take(from, count, distances, differing);
        }
    }

    // The JVM compares eight ints at a time, but shorter numbers one by one; there is no branch in these loops, so that
    // it does.

    private static void widen(char[] codes, int from, int count, int[] tile) {
        for (int i = 0; i < count; i++) {
            tile[i] = codes[from + i];
        }
    }

    private static void addWords(int[] tile, int asked, int[] distances, int[] differing, int count) {
        for (int i = 0; i < count; i++) {
            int different = oneUnlessZero(tile[i] ^ asked);
            distances[i] += different * UNIT;
            differing[i] += different;
        }
    }

    private static void addNumbers(int[] tile, int asked, int[] distances, int[] differing, int count) {
        for (int i = 0; i < count; i++) {
            int difference = Math.abs(tile[i] - asked);
            distances[i] += difference;
            differing[i] += oneUnlessZero(difference);
        }
    }

    private static void addGappedNumbers(int[] tile, int asked, int[] distances, int[] differing, int count) {
        for (int i = 0; i < count; i++) {
            int present = oneUnlessZero(tile[i]);
            int difference = present * Math.abs(tile[i] - asked) + (1 - present) * UNIT;
            distances[i] += difference;
            differing[i] += oneUnlessZero(difference);
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
