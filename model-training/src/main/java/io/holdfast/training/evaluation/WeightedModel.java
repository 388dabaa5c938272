package io.holdfast.training.evaluation;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The metrics of one model on weighted rows, the weights in the order of the rows, which two models share. */
final class WeightedModel {
    private final int[] order;
    private final int[] weights;
    private final Sweep sweep;

    WeightedModel(double[] probabilities, boolean[] positives) {
        // As RankedRows ranks them; among equal rows the order means nothing.
        order = IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> probabilities[row] + 0.0)
                        .thenComparing(row -> !positives[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        weights = new int[order.length];
        sweep = new Sweep(RankedRows.of(probabilities, positives));
    }

    /** @param byRow how often each row counts */
    Statistics over(int[] byRow) {
        for (int rank = 0; rank < order.length; rank++) {
            weights[rank] = byRow[order[rank]];
        }
        return sweep.over(weights);
    }
}
