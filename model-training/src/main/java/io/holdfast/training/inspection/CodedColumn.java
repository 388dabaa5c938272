package io.holdfast.training.inspection;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * A column made ready to be compared: one code a row, 0 for missing, at most {@link Ranks#HIGHEST}. Of a number the code is its rank, so
 * that differences mean something; of a word any number that is different for different words, up to rare coincidences among more than
 * 65,535 of them.
 *
 * @param name of the column
 * @param ordered whether the difference of two codes means anything
 * @param codes one a row
 * @param distinct different values, missing not counted
 * @param gaps whether a cell is missing
 * @param whole whether all are whole numbers
 */
@SuppressWarnings("ArrayRecordComponent") // millions of rows; equality of two of these is nobody's question
record CodedColumn(String name, boolean ordered, char[] codes, int distinct, boolean gaps, boolean whole) {
    private static final double NEARLY_ALL = .95;

    static CodedColumn of(CheckedColumn column) {
        return column instanceof CheckedColumn.Numbers numbers
                ? ofNumbers(numbers)
                : ofLevels((CheckedColumn.Levels) column);
    }

    private static CodedColumn ofNumbers(CheckedColumn.Numbers column) {
        double[] distinct = column.distinct();
        return distinct.length > 0 ? ofRepeated(column, distinct) : ofPlain(column);
    }

    /** Every different number is ranked and looked at once. */
    private static CodedColumn ofRepeated(CheckedColumn.Numbers column, double[] values) {
        IntUnaryOperator numbers = column.numbers();
        int[] counts = new int[values.length];
        char[] codes = new char[column.size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = (char) numbers.applyAsInt(row);
            counts[codes[row]]++;
        }
        Ranks ranks = Ranks.of(values, counts);
        char[] codeOf = new char[values.length];
        boolean gaps = false;
        boolean whole = true;
        for (int i = 0; i < values.length; i++) {
            codeOf[i] = (char) ranks.code(values[i]);
            gaps |= codeOf[i] == 0;
            whole &= values[i] == Math.rint(values[i]);
        }
        for (int row = 0; row < codes.length; row++) {
            codes[row] = codeOf[codes[row]];
        }
        return new CodedColumn(column.name(), ranks.distinct() > 2, codes, ranks.distinct(), gaps, whole);
    }

    private static CodedColumn ofPlain(CheckedColumn.Numbers column) {
        double[] values = column.values();
        Ranks ranks = Ranks.of(values);
        char[] codes = new char[column.size()];
        boolean gaps = false;
        boolean whole = true;
        for (int row = 0; row < codes.length; row++) {
            double value = values[row];
            codes[row] = (char) ranks.code(value);
            gaps |= codes[row] == 0;
            whole &= value == Math.rint(value);
        }
        // Between two values there is nothing to order; as words they are as far apart as any two.
        return new CodedColumn(column.name(), ranks.distinct() > 2, codes, ranks.distinct(), gaps, whole);
    }

    private static CodedColumn ofLevels(CheckedColumn.Levels column) {
        Map<Integer, Integer> known = new HashMap<>();
        char[] codes = new char[column.size()];
        boolean gaps = false;
        for (int row = 0; row < codes.length; row++) {
            if (column.missing(row)) {
                gaps = true;
            } else {
                codes[row] = (char)
                        (int) known.computeIfAbsent(column.codes()[row], level -> 1 + known.size() % Ranks.HIGHEST);
            }
        }
        return new CodedColumn(column.name(), false, codes, known.size(), gaps, false);
    }

    /** Whether nearly every row has a value of its own, so that equality tells nothing. */
    boolean tellsRowsApart() {
        return ordered ? whole && distinct == codes.length : distinct > NEARLY_ALL * codes.length;
    }

    boolean constant() {
        return values() < 2;
    }

    /** Different values, missing being one. */
    int values() {
        return distinct + (gaps ? 1 : 0);
    }
}
