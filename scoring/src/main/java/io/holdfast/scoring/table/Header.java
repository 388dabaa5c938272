package io.holdfast.scoring.table;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a table.
 *
 * @param names of the columns, all different, none empty
 */
record Header(List<String> names) {
    static final String DELIMITERS = ",;\t|";

    static Header of(String file, TableRow row, RowBuilder builder) {
        List<String> names = new ArrayList<>(row.size());
        Map<String, Integer> seen = new HashMap<>();
        if (row.size() == 1 && !builder.isQuoted()) {
            checkDelimiter(file, row, builder.delimiter());
        }
        for (int column = 0; column < row.size(); column++) {
            String name = row.cell(column);
            if (name.isEmpty()) {
                throw fault(file, row, "empty_header", "column " + (column + 1) + " has no name");
            }
            @Nullable Integer earlier = seen.putIfAbsent(name, column);
            if (earlier != null) {
                throw fault(
                        file,
                        row,
                        "duplicate_header",
                        "columns " + (earlier + 1) + " and " + (column + 1) + " are both named " + Excerpt.of(name));
            }
            names.add(name);
        }
        return new Header(List.copyOf(names));
    }

    private static void checkDelimiter(String file, TableRow row, char delimiter) {
        for (int i = 0; i < DELIMITERS.length(); i++) {
            char other = DELIMITERS.charAt(i);
            if (other != delimiter && row.cell(0).indexOf(other) >= 0) {
                throw fault(
                        file,
                        row,
                        "wrong_delimiter",
                        "the header has 1 column, " + Excerpt.of(row.cell(0)) + "; the delimiter looks like "
                                + Excerpt.of(String.valueOf(other)) + ", not " + Excerpt.of(String.valueOf(delimiter))
                                + " (delimiter: in its description, or --delimiter)");
            }
        }
    }

    private static InputException fault(String file, TableRow row, String code, String sentence) {
        return new InputException(code, file + " line " + row.line() + ": " + sentence);
    }
}
