package io.holdfast.training.publish;

import io.holdfast.training.data.FeatureColumn;
import io.holdfast.training.data.LevelColumn;
import io.holdfast.training.data.NumberColumn;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.inspection.CheckedColumn;
import io.holdfast.training.inspection.IdCells;
import java.util.List;
import java.util.stream.IntStream;

/** The columns of a table as the checks of inspection see them. */
final class CheckedColumns {
    private CheckedColumns() {}

    static List<CheckedColumn> features(TrainingTable table) {
        return table.features().stream().map(CheckedColumns::of).toList();
    }

    private static CheckedColumn of(FeatureColumn feature) {
        return feature instanceof NumberColumn numbers
                ? new CheckedColumn.Numbers(feature.name(), numbers.values())
                : levels((LevelColumn) feature);
    }

    private static CheckedColumn levels(LevelColumn feature) {
        return new CheckedColumn.Levels(feature.name(), feature.codes(), feature.levels()::get);
    }

    /** The ids as the one rule for predictive ids sees them. */
    static CheckedColumn ids(TrainingTable table, String name) {
        return IdCells.of(
                name, IntStream.range(0, table.rows()).mapToObj(table::id).toList());
    }
}
