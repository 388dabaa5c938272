package io.holdfast.training.evaluation;

import io.holdfast.training.data.RowWeights;

/** The metrics of one model on drawn rows, the draws in the order of the rows, which two models share. */
final class WeightedModel {
    private final int[] order;
    private final int[] counts;
    private final Sweep sweep;

    WeightedModel(double[] probabilities, boolean[] positives, RowWeights byRow) {
        Clusters none = Clusters.none(probabilities.length);
        order = RankedRows.order(probabilities, positives, none, byRow);
        counts = new int[order.length];
        sweep = new Sweep(RankedRows.of(probabilities, positives, none, byRow));
    }

    private WeightedModel(WeightedModel other) {
        order = other.order;
        counts = new int[order.length];
        sweep = other.sweep.another();
    }

    /** The same for another thread. */
    WeightedModel another() {
        return new WeightedModel(this);
    }

    /** @param drawn how often each row was drawn */
    Statistics over(int[] drawn) {
        for (int rank = 0; rank < order.length; rank++) {
            counts[rank] = drawn[order[rank]];
        }
        return sweep.over(counts);
    }
}
