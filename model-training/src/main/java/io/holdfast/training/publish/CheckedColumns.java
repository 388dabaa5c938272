package io.holdfast.training.publish;

import io.holdfast.training.data.FeatureColumn;
import io.holdfast.training.data.LevelColumn;
import io.holdfast.training.data.NumberColumn;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.inspection.CheckedColumn;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The columns of a table as the checks of inspection see them. */
final class CheckedColumns {
    /** C9 before C10. */
    private static final Comparator<String> COUNTING =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private CheckedColumns() {}

    static List<CheckedColumn> features(TrainingTable table) {
        return table.features().stream().map(CheckedColumns::of).toList();
    }

    private static CheckedColumn of(FeatureColumn feature) {
        return feature instanceof NumberColumn numbers
                ? new CheckedColumn.Numbers(feature.name(), numbers.values())
                : new CheckedColumn.Levels(feature.name(), ((LevelColumn) feature).codes());
    }

    /** Ids by their rank, since a number given to customers one after the other can know when they left. */
    static CheckedColumn ids(TrainingTable table, String name) {
        List<String> sorted = IntStream.range(0, table.rows())
                .mapToObj(table::id)
                .distinct()
                .sorted(COUNTING)
                .toList();
        Map<String, Integer> ranks = new HashMap<>();
        sorted.forEach(id -> ranks.put(id, ranks.size()));
        double[] values = IntStream.range(0, table.rows())
                .mapToDouble(row -> ranks.getOrDefault(table.id(row), 0))
                .toArray();
        return new CheckedColumn.Numbers(name, values);
    }
}
