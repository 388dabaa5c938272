package io.holdfast.cli.rows;

/** A column of a file of rows. */
public interface RowColumn {
    /** In the file. */
    String header();

    /** In a request. */
    String field();

    /** Whether a file has to have it. */
    boolean isRequired();

    /** Whether its cells are moments; a day means the midnight, UTC, that it begins with. */
    boolean isMoment();

    /** Whether its cells are numbers. */
    boolean isNumber();
}
