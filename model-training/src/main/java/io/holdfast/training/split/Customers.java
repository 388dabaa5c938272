package io.holdfast.training.split;

import io.holdfast.training.data.TrainingTable;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Which rows are of one customer. */
public final class Customers {
    private Customers() {}

    /** Groups of rows as they are, but one where they hold rows of one customer; unchanged in a table without ids. */
    public static int[] joined(TrainingTable table, int[] groups) {
        if (!table.identified()) {
            return groups;
        }
        Map<String, Integer> known = new HashMap<>();
        int[] customers = IntStream.range(0, table.rows())
                .map(row -> known.computeIfAbsent(table.id(row), id -> known.size()))
                .toArray();
        return DisjointSets.joined(groups, customers);
    }
}
