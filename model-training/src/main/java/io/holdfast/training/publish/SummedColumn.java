package io.holdfast.training.publish;

import io.holdfast.scoring.bundle.ColumnSummary;
import io.holdfast.scoring.model.CategoryCoding;
import io.holdfast.scoring.model.Coding;
import io.holdfast.scoring.model.NumberCoding;
import io.holdfast.scoring.table.NumberText;
import io.holdfast.training.data.FeatureColumn;
import io.holdfast.training.data.LevelColumn;
import io.holdfast.training.data.NumberColumn;
import io.holdfast.training.data.RowWeights;
import java.util.Arrays;

/**
 * One column of the rows that a model learned from: how many of them are in each bin, and what most customers have, or nothing where
 * nothing is known. Of few different values, each is looked at once.
 */
final class SummedColumn {
    private final int[] rows;
    private final RowWeights weights;

    private SummedColumn(int[] rows, RowWeights weights) {
        this.rows = rows;
        this.weights = weights;
    }

    static ColumnSummary of(FeatureColumn feature, Coding coding, int[] rows, RowWeights weights) {
        SummedColumn summed = new SummedColumn(rows, weights);
        return feature instanceof NumberColumn numbers
                ? summed.numbers(numbers, (NumberCoding) coding)
                : summed.levels((LevelColumn) feature, (CategoryCoding) coding);
    }

    private ColumnSummary numbers(NumberColumn column, NumberCoding coding) {
        return column.distinct()
                .map(distinct -> recurring(column, coding, distinct))
                .orElseGet(() -> {
                    long[] bins = new long[coding.bins()];
                    for (int row : rows) {
                        bins[coding.bin(column.value(row))]++;
                    }
                    return summary(
                            column, bins, weights.even() ? LowerMiddle.of(column::value, rows) : byWeight(column));
                });
    }

    private ColumnSummary recurring(NumberColumn column, NumberCoding coding, double[] distinct) {
        int[] held = held(column, distinct.length);
        long[] bins = new long[coding.bins()];
        for (int number = 0; number < distinct.length; number++) {
            bins[coding.bin(distinct[number])] += held[number];
        }
        return summary(column, bins, weights.even() ? LowerMiddle.of(distinct, held) : byWeight(column));
    }

    /** How many rows hold each number. */
    private int[] held(NumberColumn column, int distinct) {
        int[] held = new int[distinct];
        for (int row : rows) {
            held[column.number(row)]++;
        }
        return held;
    }

    private static ColumnSummary summary(NumberColumn column, long[] bins, double typical) {
        return new ColumnSummary(
                column.name(),
                Double.isNaN(typical) ? "" : NumberText.write(typical),
                Arrays.stream(bins).boxed().toList());
    }

    /** The first value, from the lowest up, with which half of the weight is reached. */
    private double byWeight(NumberColumn column) {
        double[] values = Arrays.stream(rows)
                .mapToDouble(column::value)
                .filter(value -> !Double.isNaN(value))
                .map(value -> value + 0.0) // -0.0 is 0
                .sorted()
                .distinct()
                .toArray();
        double[] weighed = new double[values.length];
        for (int row : rows) {
            double value = column.value(row);
            if (!Double.isNaN(value)) {
                weighed[Arrays.binarySearch(values, value + 0.0)] += weights.of(row);
            }
        }
        double all = 0;
        for (double weight : weighed) {
            all += weight;
        }
        double reached = 0;
        for (int i = 0; i < values.length; i++) {
            reached += weighed[i];
            if (2 * reached >= all) {
                return values[i];
            }
        }
        return Double.NaN;
    }

    private ColumnSummary levels(LevelColumn column, CategoryCoding coding) {
        long[] held = new long[column.levels().size()];
        double[] weighed = new double[held.length];
        long[] bins = new long[coding.bins()];
        bins[Coding.MISSING] = count(column, held, weighed);
        for (int code = 0; code < held.length; code++) {
            bins[coding.bin(column.levels().get(code))] += held[code];
        }
        int best = heaviest(weighed);
        return new ColumnSummary(
                column.name(),
                best == LevelColumn.MISSING ? "" : column.levels().get(best),
                Arrays.stream(bins).boxed().toList());
    }

    /**
     * Counts and weighs the rows of each level. A loop over all rows stands in a method for itself, so that it is compiled without what comes
     * after it, which costs the compiler the less memory.
     *
     * @return rows that have none
     */
    private long count(LevelColumn column, long[] held, double[] weighed) {
        long missing = 0;
        for (int row : rows) {
            int code = column.code(row);
            if (code == LevelColumn.MISSING) {
                missing++;
            } else {
                held[code]++;
                weighed[code] += weights.of(row);
            }
        }
        return missing;
    }

    /** The first level of most weight; {@link LevelColumn#MISSING} where none has any. */
    private static int heaviest(double[] weighed) {
        int best = LevelColumn.MISSING;
        for (int code = 0; code < weighed.length; code++) {
            if (weighed[code] > 0 && (best == LevelColumn.MISSING || weighed[code] > weighed[best])) {
                best = code;
            }
        }
        return best;
    }
}
