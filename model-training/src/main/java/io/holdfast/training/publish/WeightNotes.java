package io.holdfast.training.publish;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.table.Rounded;
import io.holdfast.training.data.RowWeights;
import io.holdfast.training.data.TrainingTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Says how rows count, where the description has a column of weights. */
final class WeightNotes {
    private WeightNotes() {}

    /** The sum of the weights, what they are worth, and the share of leavers by them; nothing where the description names no weights. */
    static Optional<String> fact(TrainingTable table) {
        return table.description().with(ColumnRole.WEIGHT).map(column -> {
            String name = "weights: column " + Excerpt.of(column.name());
            RowWeights weights = table.weights();
            if (weights.even()) {
                return name + ", equal in all rows, which is the same as none";
            }
            int[] all = IntStream.range(0, table.rows()).toArray();
            int[] left = IntStream.of(all).filter(table::positive).toArray();
            double sum = weights.sum(all);
            return String.format(
                    Locale.ROOT,
                    "%s, sum %s; the %,d rows tell as much as %s of equal weight; %s of the weight left. Counts are of rows, rates and figures by weight where not called "
                            + "rows",
                    name,
                    Rounded.text(sum, 2),
                    table.rows(),
                    Rounded.text(weights.effective(all), 1),
                    Rounded.percent(weights.sum(left) / sum, 1));
        });
    }

    /** Whether a table to evaluate on lacks the weights that its description names. */
    static List<String> missing(TrainingTable table) {
        Optional<Column> column = table.description().with(ColumnRole.WEIGHT);
        return column.isPresent() && !table.weighted()
                ? List.of(table.name() + " has no column "
                        + Excerpt.of(column.get().name())
                        + ", by which the training rows were weighted; here every row counts the same.")
                : List.of();
    }
}
