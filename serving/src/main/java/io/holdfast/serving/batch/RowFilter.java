package io.holdfast.serving.batch;

import io.holdfast.scoring.table.TableRow;

/** Says which rows of a table are scored. Asked row by row in the order of the table, by one thread at a time. */
@FunctionalInterface
public interface RowFilter {
    /** All rows. */
    RowFilter ALL = row -> true;

    /** Whether the row is scored; a row that is not leaves no line in the output. */
    boolean accepts(TableRow row);
}
