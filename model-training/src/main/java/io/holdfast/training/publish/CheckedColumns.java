package io.holdfast.training.publish;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.training.data.FeatureColumn;
import io.holdfast.training.data.LevelColumn;
import io.holdfast.training.data.NumberColumn;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.inspection.CheckedColumn;
import io.holdfast.training.inspection.IdCells;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The columns of a table as the checks of inspection see them. */
final class CheckedColumns {
    private CheckedColumns() {}

    /** The features. */
    static List<CheckedColumn> features(TrainingTable table) {
        List<FeatureColumn> features = table.features();
        return madeWhenAsked(features.size(), column -> of(features.get(column)));
    }

    /** The features, and the ids where there are some. */
    static List<CheckedColumn> candidates(TrainingTable table) {
        Optional<Column> id = table.description().id();
        List<FeatureColumn> features = table.features();
        return madeWhenAsked(
                features.size() + (id.isPresent() ? 1 : 0),
                column -> column < features.size()
                        ? of(features.get(column))
                        : ids(table, id.orElseThrow().name()));
    }

    /** All of them at once would be the table once more, at four times its size. */
    private static List<CheckedColumn> madeWhenAsked(int size, IntFunction<CheckedColumn> column) {
        return new AbstractList<>() {
            @Override
            public CheckedColumn get(int index) {
                return column.apply(index);
            }

            @Override
            public int size() {
                return size;
            }
        };
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
