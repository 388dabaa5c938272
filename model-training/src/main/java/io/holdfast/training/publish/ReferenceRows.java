package io.holdfast.training.publish;

import io.holdfast.scoring.bundle.ColumnSummary;
import io.holdfast.scoring.bundle.ReferencePopulation;
import io.holdfast.scoring.bundle.RowSketch;
import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.training.data.RowWeights;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fit.RowCoder;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sums up the rows that a model was trained and calibrated on, as the population that later scores are compared with: scores and typical
 * values by weight, counts by row. */
final class ReferenceRows {
    private ReferenceRows() {}

    static ReferencePopulation of(AdditiveModel model, TrainingTable table, int[] rows) {
        RowSketch sketch = new RowSketch();
        long positives = 0;
        for (int row : rows) {
            sketch.add(table.fingerprint(row));
            positives += table.positive(row) ? 1 : 0;
        }
        return new ReferencePopulation(
                rows.length,
                positives,
                quantiles(new RowCoder(table).logOdds(model, rows), table.weights(), rows),
                summaries(model, table, rows),
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

    /** Each column for itself, whichever thread comes to it. */
    private static List<ColumnSummary> summaries(AdditiveModel model, TrainingTable table, int[] rows) {
        return IntStream.range(0, model.inputs().size())
                .parallel()
                .mapToObj(input -> SummedColumn.of(
                        table.features().get(input), model.inputs().get(input).coding(), rows, table.weights()))
                .toList();
    }
}
