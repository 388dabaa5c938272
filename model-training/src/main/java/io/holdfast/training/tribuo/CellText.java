package io.holdfast.training.tribuo;

import io.holdfast.scoring.table.NumberText;
import io.holdfast.training.data.FeatureColumn;
import io.holdfast.training.data.NumberColumn;

/**
 * A value on its way through Tribuo's row processor, which trims every text. A level stands between quotes, so that it
 * arrives as it was, and an empty level is no missing value.
 */
final class CellText {
    static final String MISSING = "";

    private static final char QUOTE = '\'';

    private CellText() {}

    static String of(FeatureColumn column, int row) {
        if (column.missing(row)) {
            return MISSING;
        }
        return column instanceof NumberColumn numbers ? NumberText.write(numbers.value(row)) : quoted(column.text(row));
    }

    static String quoted(String level) {
        return QUOTE + level + QUOTE;
    }

    static String unquoted(String text) {
        return text.substring(1, text.length() - 1);
    }
}
