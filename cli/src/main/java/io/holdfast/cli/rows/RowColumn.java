package io.holdfast.cli.rows;

import java.util.Locale;

/** A column of a file of rows. */
public interface RowColumn {
    /** Of the constant that it is. */
    String name();

    /** In the file: the name in small letters. */
    default String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In a request. */
    String field();

    /** Whether a file has to have it. */
    boolean isRequired();

    /** Whether its cells are moments; a day means the midnight, UTC, that it begins with. */
    boolean isMoment();

    /** Whether its cells are numbers. */
    boolean isNumber();
}
