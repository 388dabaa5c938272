package io.holdfast.training.additive;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.model.TribuoFeatures;
import io.holdfast.training.data.FeatureColumn;
import io.holdfast.training.data.LevelColumn;
import io.holdfast.training.data.NumberColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tribuo.Feature;

/**
 * The features of a description, in its order: a number is one feature of its name, a level of a category or flag is
 * {@code column@level}, named as {@link TribuoFeatures} does. An absent column is missing, an indicator of value 0 says nothing.
 */
final class DescribedFeatures implements ExampleFeatures {
    private static final Set<String> FLAGS = Set.of("true", "false");

    private final Map<String, Cells> cells = new HashMap<>();
    private final List<Cells> inOrder = new ArrayList<>();

    DescribedFeatures(DatasetDescription description, int rows) {
        for (Column column : description.features()) {
            Cells own = new Cells(column, rows);
            cells.put(column.name(), own);
            inOrder.add(own);
        }
    }

    @Override
    public void add(int row, Feature feature) {
        String name = feature.getName();
        @Nullable Cells own = cells.get(TribuoFeatures.column(name));
        Optional<String> level = TribuoFeatures.level(name);
        if (own == null || own.number() == level.isPresent()) {
            throw new IllegalArgumentException("feature '" + name
                    + "' (expected: what the description has as a feature, the name of a number or column@level of a"
                    + " category or flag)");
        }
        double value = ExampleFeatures.finite(feature);
        if (level.isEmpty()) {
            own.values[row] = value;
        } else if (value != 0) {
            own.level(row, level.get());
        }
    }

    @Override
    public List<FeatureColumn> columns() {
        return inOrder.stream().map(Cells::build).toList();
    }

    /** One column. */
    private static final class Cells {
        private final Column column;
        private final double[] values;
        private final int[] codes;
        private final Map<String, Integer> codeOf = new HashMap<>();
        private final List<String> levels = new ArrayList<>();

        Cells(Column column, int rows) {
            this.column = column;
            this.values = new double[number() ? rows : 0];
            this.codes = new int[number() ? 0 : rows];
            Arrays.fill(values, Double.NaN);
            Arrays.fill(codes, LevelColumn.MISSING);
        }

        boolean number() {
            return column.kind() == ColumnKind.NUMBER;
        }

        void level(int row, String level) {
            if (codes[row] != LevelColumn.MISSING) {
                throw new IllegalArgumentException("an example has two levels of column '" + column.name() + "', '"
                        + levels.get(codes[row]) + "' and '" + level + "' (expected: at most one)");
            }
            if (column.kind() == ColumnKind.FLAG && !FLAGS.contains(level)) {
                throw new IllegalArgumentException("column '" + column.name() + "' is a flag and has the level '"
                        + level + "' (expected: true or false)");
            }
            codes[row] = codeOf.computeIfAbsent(level, unknown -> {
                levels.add(level);
                return levels.size() - 1;
            });
        }

        FeatureColumn build() {
            return number() ? NumberColumn.of(column, values) : LevelColumn.of(column, levels, codes);
        }
    }
}
