package io.holdfast.training.data;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.score.CustomerRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the values of one feature, row after row. */
sealed interface FeatureBuilder {
    /** Adds the value a customer has for the input at this position. */
    void add(CustomerRecord customer, int input);

    /** The column collected. */
    FeatureColumn build();

    static FeatureBuilder of(Column column) {
        return column.kind() == ColumnKind.NUMBER ? new Numbers(column) : new Levels(column);
    }

    /** Of quantities. */
    final class Numbers implements FeatureBuilder {
        private final Column column;
        private final NumberCells.Builder cells = new NumberCells.Builder();

        Numbers(Column column) {
            this.column = column;
        }

        @Override
        public void add(CustomerRecord customer, int input) {
            cells.add(customer.number(input));
        }

        @Override
        public NumberColumn build() {
            return new NumberColumn(column, cells.build());
        }
    }

    /** Of words and flags. */
    final class Levels implements FeatureBuilder {
        private static final int MISSING = 0;

        private final Column column;
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> levels = new ArrayList<>();
        private final CodeList found = new CodeList();

        Levels(Column column) {
            this.column = column;
        }

        @Override
        public void add(CustomerRecord customer, int input) {
            found.add(customer.has(input) ? number(customer.level(input)) : MISSING);
        }

        /** From 1 on, in the order in which levels come. */
        private int number(String level) {
            Integer known = numbers.get(level);
            if (known != null) {
                return known;
            }
            levels.add(level);
            numbers.put(level, levels.size());
            return levels.size();
        }

        @Override
        public LevelColumn build() {
            return LevelColumn.inOrder(column, levels, found);
        }
    }
}
