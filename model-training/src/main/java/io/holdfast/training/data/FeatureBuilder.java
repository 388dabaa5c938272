package io.holdfast.training.data;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.score.CustomerRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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
        private double[] values = new double[1024];
        private int size;

        Numbers(Column column) {
            this.column = column;
        }

        @Override
        public void add(CustomerRecord customer, int input) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = customer.number(input);
        }

        @Override
        public NumberColumn build() {
            return new NumberColumn(column, Arrays.copyOf(values, size));
        }
    }

    /** Of words and flags. */
    final class Levels implements FeatureBuilder {
        private final Column column;
        private final Map<String, Integer> codes = new HashMap<>();
        private final List<String> levels = new ArrayList<>();
        private int[] values = new int[1024];
        private int size;

        Levels(Column column) {
            this.column = column;
        }

        @Override
        public void add(CustomerRecord customer, int input) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = customer.has(input) ? code(customer.level(input)) : LevelColumn.MISSING;
        }

        private int code(String level) {
            Integer known = codes.get(level);
            if (known != null) {
                return known;
            }
            codes.put(level, levels.size());
            levels.add(level);
            return levels.size() - 1;
        }

        /** Levels are put in the order of their characters, so that codes do not depend on the order of the rows. */
        @Override
        public LevelColumn build() {
            List<Integer> order = IntStream.range(0, levels.size())
                    .boxed()
                    .sorted(Comparator.comparing(levels::get))
                    .toList();
            int[] ranks = new int[order.size()];
            for (int rank = 0; rank < ranks.length; rank++) {
                ranks[order.get(rank)] = rank;
            }
            int[] ranked = new int[size];
            for (int row = 0; row < size; row++) {
                ranked[row] = values[row] == LevelColumn.MISSING ? LevelColumn.MISSING : ranks[values[row]];
            }
            return new LevelColumn(column, order.stream().map(levels::get).toList(), ranked);
        }
    }
}
