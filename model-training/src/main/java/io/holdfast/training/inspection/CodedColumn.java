package io.holdfast.training.inspection;

import java.util.HashMap;
import java.util.Map;

/**
 * A column made ready to be compared: one code a row, 0 for missing. Of a number the code is its rank, so that differences mean
 * something; of a word any number that is different for different words, up to rare coincidences among more than 65,535 of them.
 *
 * @param name of the column
 * @param ordered whether the difference of two codes means anything
 * @param codes one a row
 * @param distinct different values, missing not counted
 * @param gaps whether a cell is missing
 */
@SuppressWarnings("ArrayRecordComponent") // millions of rows; equality of two of these is nobody's question
record CodedColumn(String name, boolean ordered, char[] codes, int distinct, boolean gaps) {

    static CodedColumn of(CheckedColumn column) {
        return column instanceof CheckedColumn.Numbers numbers
                ? ofNumbers(numbers)
                : ofLevels((CheckedColumn.Levels) column);
    }

    private static CodedColumn ofNumbers(CheckedColumn.Numbers column) {
        Ranks ranks = Ranks.of(column.values());
        char[] codes = new char[column.size()];
        boolean gaps = false;
        for (int row = 0; row < codes.length; row++) {
            codes[row] = ranks.code(column.values()[row]);
            gaps |= codes[row] == 0;
        }
        // Between two values there is nothing to order; as words they are as far apart as any two.
        return new CodedColumn(column.name(), ranks.distinct() > 2, codes, ranks.distinct(), gaps);
    }

    private static CodedColumn ofLevels(CheckedColumn.Levels column) {
        Map<Integer, Character> known = new HashMap<>();
        char[] codes = new char[column.size()];
        boolean gaps = false;
        for (int row = 0; row < codes.length; row++) {
            if (column.missing(row)) {
                gaps = true;
            } else {
                codes[row] =
                        known.computeIfAbsent(column.codes()[row], level -> (char) (1 + known.size() % Ranks.HIGHEST));
            }
        }
        return new CodedColumn(column.name(), false, codes, known.size(), gaps);
    }

    /** Whether nearly every row has a value of its own, so that equality tells nothing. */
    boolean tellsRowsApart(CheckedColumn column) {
        if (!ordered) {
            return distinct > 0.95 * codes.length;
        }
        return distinct == codes.length && column instanceof CheckedColumn.Numbers numbers && whole(numbers.values());
    }

    private static boolean whole(double[] values) {
        for (double value : values) {
            if (value != Math.rint(value)) {
                return false;
            }
        }
        return true;
    }
}
