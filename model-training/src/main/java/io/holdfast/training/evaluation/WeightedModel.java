package io.holdfast.training.evaluation;

import io.holdfast.training.data.RowWeights;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The metrics of one model on drawn rows, the draws in the order of the rows, which two models share. */
final class WeightedModel {
    private final int[] order;
    private final int[] counts;
    private final Sweep sweep;

    WeightedModel(double[] probabilities, boolean[] positives, RowWeights byRow) {
        // As RankedRows ranks them; among equal rows the order means nothing.
        order = IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> probabilities[row] + 0.0)
                        .thenComparing(row -> !positives[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        counts = new int[order.length];
        sweep = new Sweep(RankedRows.of(probabilities, positives, Clusters.none(probabilities.length), byRow));
    }

    /** @param drawn how often each row was drawn */
    Statistics over(int[] drawn) {
        for (int rank = 0; rank < order.length; rank++) {
            counts[rank] = drawn[order[rank]];
        }
        return sweep.over(counts);
    }
}
