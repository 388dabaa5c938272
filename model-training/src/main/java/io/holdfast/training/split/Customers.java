package io.holdfast.training.split;

import io.holdfast.training.data.TrainingTable;

/** Which rows are of one customer. */
public final class Customers {
    private Customers() {}

    /** Groups of rows as they are, but one where they hold rows of one customer; unchanged in a table without ids. */
    public static int[] joined(TrainingTable table, int[] groups) {
        if (!table.identified()) {
            return groups;
        }
        return DisjointSets.joined(groups, table.customers());
    }
}
