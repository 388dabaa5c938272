package io.holdfast.training.inspection;

/** A column of a table in memory, as the checks see it. The arrays are kept, not copied. */
public sealed interface CheckedColumn {
    /** Its name in the header. */
    String name();

    /** Rows. */
    int size();

    /** Whether the cell of that row is missing. */
    boolean missing(int row);

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
    }
}
