package io.holdfast.training.inspection;

import java.util.stream.IntStream;

/** A column of a table in memory, as the checks see it. The arrays are kept, not copied. */
public sealed interface CheckedColumn {
    /** Its name in the header. */
    String name();

    /** Rows. */
    int size();

    /** Whether the cell of that row is missing. */
    boolean missing(int row);

    /** The column of those rows only, in that order. */
    CheckedColumn only(int[] rows);

    /**
     * Quantities.
     *
     * @param name in the header
     * @param values one a row, finite; NaN for missing
     */
    @SuppressWarnings("ArrayRecordComponent") // millions of rows; equality of two of these is nobody's question
    record Numbers(String name, double[] values) implements CheckedColumn {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public boolean missing(int row) {
            return Double.isNaN(values[row]);
        }

        @Override
        public Numbers only(int[] rows) {
            return new Numbers(
                    name, IntStream.of(rows).mapToDouble(row -> values[row]).toArray());
        }
    }

    /**
     * Words, flags, ids: what can only be equal or different.
     *
     * @param name in the header
     * @param codes one a row, equal where the cells are equal; negative for missing
     */
    @SuppressWarnings("ArrayRecordComponent") // millions of rows; equality of two of these is nobody's question
    record Levels(String name, int[] codes) implements CheckedColumn {
        @Override
        public int size() {
            return codes.length;
        }

        @Override
        public boolean missing(int row) {
            return codes[row] < 0;
        }

        @Override
        public Levels only(int[] rows) {
            return new Levels(name, IntStream.of(rows).map(row -> codes[row]).toArray());
        }
    }
}
