package io.holdfast.training.fit;

import java.util.Arrays;
import java.util.List;

/**
 * What every bag of an engine, trained without its own part of the rows, says of single columns. How far the bags differ tells how far
 * to trust the model's own tables.
 *
 * @param mains per bag, per input, by bin of the input's coding: log-odds, centred, on the scale of the published model; no bags where
 *     the learner has none
 */
public record BagShapes(List<List<double[]>> mains) {
    /** Of a learner without bags. */
    public static final BagShapes NONE = new BagShapes(List.of());

    /** Keeps copies of the lists. */
    public BagShapes {
        mains = mains.stream().map(List::copyOf).toList();
    }

    /** The same with every value multiplied. */
    public BagShapes times(double factor) {
        return new BagShapes(mains.stream()
                .map(bag -> bag.stream()
                        .map(values -> Arrays.stream(values)
                                .map(value -> factor * value)
                                .toArray())
                        .toList())
                .toList());
    }

    /** How many bags. */
    public int count() {
        return mains.size();
    }

    /** What a bag says of one bin of an input. */
    public double value(int bag, int input, int bin) {
        return mains.get(bag).get(input)[bin];
    }
}
