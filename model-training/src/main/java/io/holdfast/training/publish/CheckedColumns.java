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
import java.util.RandomAccess;
import java.util.function.IntFunction;

/** The columns of a table as the checks of inspection see them. */
final class CheckedColumns {
    private CheckedColumns() {}

    /** The features. */
    static List<CheckedColumn> features(TrainingTable table) {
        List<FeatureColumn> features = table.features();
        return new MadeWhenAsked<>(features.size(), column -> of(features.get(column)));
    }

    /** The features, and the ids where there are some. */
    static List<CheckedColumn> candidates(TrainingTable table) {
        Optional<Column> id = table.description().id();
        List<FeatureColumn> features = table.features();
        return new MadeWhenAsked<>(
                features.size() + (id.isPresent() ? 1 : 0),
                column -> column < features.size()
                        ? of(features.get(column))
                        : ids(table, id.orElseThrow().name()));
    }

    /**
     * All of them at once would be the table once more, at four times its size. Of random access, because streams in parallel begin
     * by collecting what can only be walked through.
     */
    private static final class MadeWhenAsked<T> extends AbstractList<T> implements RandomAccess {
        private final int size;
        private final IntFunction<T> element;

        MadeWhenAsked(int size, IntFunction<T> element) {
            this.size = size;
            this.element = element;
        }

        @Override
        public T get(int index) {
            return element.apply(index);
        }

        @Override
        public int size() {
            return size;
        }
    }

    private static CheckedColumn of(FeatureColumn feature) {
        return feature instanceof NumberColumn numbers ? numbers(numbers) : levels((LevelColumn) feature);
    }

    /** Where it is held as few different values, it is looked at as such. */
    private static CheckedColumn numbers(NumberColumn feature) {
        return feature.distinct()
                .map(values -> CheckedColumn.Numbers.repeated(feature.name(), values, feature.size(), feature::number))
                .orElseGet(() -> new CheckedColumn.Numbers(feature.name(), feature.values()));
    }

    private static CheckedColumn levels(LevelColumn feature) {
        return new CheckedColumn.Levels(feature.name(), feature.codes(), feature.levels()::get);
    }

    /** The ids as the one rule for predictive ids sees them. */
    static CheckedColumn ids(TrainingTable table, String name) {
        return IdCells.of(name, new MadeWhenAsked<>(table.rows(), table::id));
    }
}
