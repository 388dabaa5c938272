package io.holdfast.training.inspection;

import io.holdfast.scoring.table.NumberText;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
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

    /** Quantities, finite, NaN for missing: one a row, or, where few are different, these and which of them each row has. */
    final class Numbers implements CheckedColumn {
        private final String name;
        private final int size;
        private final double[] values;
        private final boolean repeated;
        private final IntUnaryOperator numbers;

        private Numbers(String name, int size, double[] values, boolean repeated, IntUnaryOperator numbers) {
            this.name = name;
            this.size = size;
            this.values = values;
            this.repeated = repeated;
            this.numbers = numbers;
        }

        /**
         * A quantity a row.
         *
         * @param name in the header
         * @param values one a row
         */
        public Numbers(String name, double[] values) {
            this(name, values.length, values, false, IntUnaryOperator.identity());
        }

        /**
         * Few different quantities.
         *
         * @param name in the header
         * @param distinct the quantities
         * @param size rows
         * @param numbers the position of a row's quantity among them
         */
        public static Numbers repeated(String name, double[] distinct, int size, IntUnaryOperator numbers) {
            return new Numbers(name, size, distinct, true, numbers);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int size() {
            return size;
        }

        /** One a row; made anew each time where few are different. */
        @SuppressWarnings("MutableArrayReturned") // millions of rows; to be read only
        public double[] values() {
            return repeated ? IntStream.range(0, size).mapToDouble(this::value).toArray() : values;
        }

        /** The different quantities; empty where there is one a row. */
        double[] distinct() {
            return repeated ? values.clone() : new double[0];
        }

        /** The position of each row's quantity among the different ones. */
        IntUnaryOperator numbers() {
            return numbers;
        }

        private double value(int row) {
            return values[numbers.applyAsInt(row)];
        }

        @Override
        public boolean missing(int row) {
            return Double.isNaN(value(row));
        }

        @Override
        public String text(int row) {
            return NumberText.write(value(row));
        }

        @Override
        public Numbers only(int[] rows) {
            return new Numbers(name, IntStream.of(rows).mapToDouble(this::value).toArray());
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
