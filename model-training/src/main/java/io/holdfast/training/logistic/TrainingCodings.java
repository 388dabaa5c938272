package io.holdfast.training.logistic;

import io.holdfast.scoring.model.CategoryCoding;
import io.holdfast.scoring.model.ModelInput;
import io.holdfast.scoring.model.NumberCoding;
import io.holdfast.training.data.FeatureColumn;
import io.holdfast.training.data.LevelColumn;
import io.holdfast.training.data.NumberColumn;
import io.holdfast.training.data.TrainingTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the values of each feature become bins, by the training rows. A straight line needs no bins; a number's are tenths of
 * the training rows, so that later tables can be compared with them.
 */
final class TrainingCodings {
    private static final int TENTHS = 10;

    private TrainingCodings() {}

    static List<ModelInput> of(TrainingTable table, int[] rows, int leastLevelRows) {
        List<ModelInput> inputs = new ArrayList<>();
        for (FeatureColumn feature : table.features()) {
            inputs.add(
                    feature instanceof NumberColumn numbers
                            ? new ModelInput(feature.name(), numbers(numbers, rows))
                            : new ModelInput(feature.name(), levels((LevelColumn) feature, rows, leastLevelRows)));
        }
        return inputs;
    }

    /** A column of which nothing is known has the range 0 to 0, so that any other value gets its warning. */
    private static NumberCoding numbers(NumberColumn column, int[] rows) {
        double[] known = Arrays.stream(rows)
                .mapToDouble(column::value)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (known.length == 0) {
            return new NumberCoding(List.of(), 0, 0);
        }
        List<Double> cuts = IntStream.range(1, TENTHS)
                .mapToObj(tenth -> known[(int) ((long) known.length * tenth / TENTHS)])
                .filter(cut -> cut > known[0])
                .distinct()
                .toList();
        return new NumberCoding(cuts, known[0], known[known.length - 1]);
    }

    private static CategoryCoding levels(LevelColumn column, int[] rows, int leastRows) {
        int[] counts = new int[column.levels().size()];
        for (int row : rows) {
            if (!column.missing(row)) {
                counts[column.code(row)]++;
            }
        }
        return new CategoryCoding(IntStream.range(0, counts.length)
                .filter(code -> counts[code] >= leastRows)
                .mapToObj(column.levels()::get)
                .toList());
    }
}
