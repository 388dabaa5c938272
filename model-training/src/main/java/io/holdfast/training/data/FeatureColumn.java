package io.holdfast.training.data;

import io.holdfast.scoring.dataset.Column;

/** One feature of a table in memory. */
public sealed interface FeatureColumn permits NumberColumn, LevelColumn {
    /** Its description. */
    Column column();

    /** Rows of the table. */
    int size();

    /** Whether the cell of that row is missing. */
    boolean missing(int row);

    /** The cell of that row as text that is equal where the values are: a number's shortest form, a level; empty when missing. */
    String text(int row);

    /** Whether some rows hold more than one value, a missing one counting as a value. */
    boolean varies(int[] rows);

    /** Its name in the header. */
    default String name() {
        return column().name();
    }
}
