package io.holdfast.training.publish;

import io.holdfast.scoring.bundle.ColumnSummary;
import io.holdfast.scoring.bundle.ReferencePopulation;
import io.holdfast.scoring.bundle.RowSketch;
import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.CodedRow;
import io.holdfast.scoring.table.NumberText;
import io.holdfast.training.data.FeatureColumn;
import io.holdfast.training.data.LevelColumn;
import io.holdfast.training.data.NumberColumn;
import io.holdfast.training.data.RowWeights;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fit.RowCoder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sums up the rows that a model was trained and calibrated on, as the population that later scores are compared with: scores and typical
 * values by weight, counts by row. */
final class ReferenceRows {
    private ReferenceRows() {}

    static ReferencePopulation of(AdditiveModel model, TrainingTable table, int[] rows) {
        RowCoder coder = new RowCoder(table);
        RowSketch sketch = new RowSketch();
        long positives = 0;
        for (int row : rows) {
            sketch.add(table.fingerprint(row));
            positives += table.positive(row) ? 1 : 0;
        }
        return new ReferencePopulation(
                rows.length,
                positives,
                quantiles(coder.logOdds(model, rows), table.weights(), rows),
                summaries(model, table, rows, coder),
                sketch.texts(),
                lastAsOf(table, rows));
    }

    private static String lastAsOf(TrainingTable table, int[] rows) {
        return table.dated()
                ? LocalDate.ofEpochDay(Arrays.stream(rows)
                                .mapToLong(row -> table.date(row).toEpochDay())
                                .max()
                                .orElseThrow())
                        .toString()
                : "";
    }

    private static List<Double> quantiles(double[] logOdds, RowWeights weights, int[] rows) {
        return weights.even()
                ? ReferencePopulation.quantiles(logOdds)
                : ReferencePopulation.quantiles(logOdds, weights.meanOne(rows));
    }

    private static List<ColumnSummary> summaries(AdditiveModel model, TrainingTable table, int[] rows, RowCoder coder) {
        long[][] counts = model.inputs().stream()
                .map(input -> new long[input.coding().bins()])
                .toArray(long[][]::new);
        CodedRow coded = model.newRow();
        for (int row : rows) {
            coder.fill(coded, row);
            for (int input = 0; input < counts.length; input++) {
                counts[input][coded.bin(input)]++;
            }
        }
        List<ColumnSummary> summaries = new ArrayList<>();
        for (int input = 0; input < counts.length; input++) {
            FeatureColumn feature = table.features().get(input);
            List<Long> bins = Arrays.stream(counts[input]).boxed().toList();
            summaries.add(new ColumnSummary(feature.name(), typical(feature, rows, table.weights()), bins));
        }
        return summaries;
    }

    /** What most customers have; empty where nothing is known. */
    private static String typical(FeatureColumn feature, int[] rows, RowWeights weights) {
        return feature instanceof NumberColumn numbers
                ? median(numbers, rows, weights)
                : commonest((LevelColumn) feature, rows, weights);
    }

    /** Of an even number of values the lower middle one, which a customer really has. */
    private static String median(NumberColumn column, int[] rows, RowWeights weights) {
        if (weights.even()) {
            double[] known = Arrays.stream(rows)
                    .mapToDouble(column::value)
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
            return known.length == 0 ? "" : NumberText.write(known[(known.length - 1) / 2]);
        }
        int[] held = IntStream.range(0, rows.length)
                .filter(i -> !Double.isNaN(column.value(rows[i])))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> column.value(rows[i])))
                .mapToInt(Integer::intValue)
                .toArray();
        double all = 0;
        for (int i : held) {
            all += weights.of(rows[i]);
        }
        double reached = 0;
        for (int i : held) {
            reached += weights.of(rows[i]);
            if (2 * reached >= all) {
                return NumberText.write(column.value(rows[i]));
            }
        }
        return "";
    }

    private static String commonest(LevelColumn column, int[] rows, RowWeights weights) {
        double[] counts = new double[column.levels().size()];
        int best = LevelColumn.MISSING;
        for (int i = 0; i < rows.length; i++) {
            if (!column.missing(rows[i])) {
                counts[column.code(rows[i])] += weights.of(rows[i]);
            }
        }
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0 && (best == LevelColumn.MISSING || counts[code] > counts[best])) {
                best = code;
            }
        }
        return best == LevelColumn.MISSING ? "" : column.levels().get(best);
    }
}
