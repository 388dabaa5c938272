package io.holdfast.training.publish;

import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.evaluation.Clusters;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Which rows of a table depend on each other: those of one group, and where there are no groups those of one customer. */
public final class RowClusters {
    private RowClusters() {}

    /** Of some rows, in their order. */
    public static Clusters of(TrainingTable table, int[] rows) {
        if (table.grouped()) {
            int[] all = table.groups();
            return new Clusters(
                    "groups", IntStream.of(rows).map(row -> all[row]).toArray());
        }
        Map<String, Integer> known = new HashMap<>();
        return new Clusters(
                "customers",
                IntStream.of(rows)
                        .map(row -> known.computeIfAbsent(table.id(row), id -> known.size()))
                        .toArray());
    }
}
