package io.holdfast.training.inspection;

import io.holdfast.scoring.table.NumberText;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A column of a table in memory, as the checks see it. The arrays are kept, not copied. */
public sealed interface CheckedColumn {
    /** Its name in the header. */
    String name();

    /** Rows. */
    int size();

    /** Whether the cell of that row is missing. */
    boolean missing(int row);

    /** The cell of that row, which is not missing; empty where only its differing from others is known. */
    String text(int row);

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
        public String text(int row) {
            return NumberText.write(values[row]);
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
     * @param words the cell of a code that occurs; empty where it is not known
     */
    @SuppressWarnings("ArrayRecordComponent") // millions of rows; equality of two of these is nobody's question
    record Levels(String name, int[] codes, IntFunction<String> words) implements CheckedColumn {
        /** Cells of which only the equality is known. */
        public Levels(String name, int[] codes) {
            this(name, codes, code -> "");
        }

        @Override
        public int size() {
            return codes.length;
        }

        @Override
        public boolean missing(int row) {
            return codes[row] < 0;
        }

        @Override
        public String text(int row) {
            return words.apply(codes[row]);
        }

        @Override
        public Levels only(int[] rows) {
            return new Levels(name, IntStream.of(rows).map(row -> codes[row]).toArray(), words);
        }
    }
}
