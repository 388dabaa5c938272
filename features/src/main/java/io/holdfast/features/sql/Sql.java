package io.holdfast.features.sql;

import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;

/** Pieces of SQL text. */
public final class Sql {
    private Sql() {}

    /** A text in single quotes. */
    public static String text(String value) {
        if (value.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("text: " + value + " (expected: no backslash)");
        }
        return "'" + value.replace("'", "''") + "'";
    }

    /** The name of a column in double quotes. */
    public static String name(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }

    /** Midnight at the beginning of a day. */
    public static String midnight(LocalDate day) {
        return "TIMESTAMP '" + day + " 00:00:00'";
    }

    /** A day. */
    public static String day(LocalDate day) {
        return "DATE '" + day + "'";
    }

    /** Whether the column has one of the values. */
    public static String in(String column, Collection<String> values) {
        return values.isEmpty()
                ? "FALSE"
                : column + " IN (" + values.stream().sorted().map(Sql::text).collect(Collectors.joining(", ")) + ")";
    }
}
