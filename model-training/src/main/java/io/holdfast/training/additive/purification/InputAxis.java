package io.holdfast.training.additive.purification;

import java.util.Arrays;

/** One side of a table: an input, and the place on this side of each bin of its coding. Immutable; equal where all is equal. */
public final class InputAxis {
    private final int input;
    private final int[] places;
    private final int size;

    /** @param places of every bin, 0 or more */
    public InputAxis(int input, int[] places) {
        this.input = input;
        this.places = places.clone();
        this.size = Arrays.stream(places).max().orElseThrow() + 1;
    }

    /** Position of the input. */
    public int input() {
        return input;
    }

    /** Number of places. */
    public int size() {
        return size;
    }

    /** The place of a bin. */
    public int place(int bin) {
        return places[bin];
    }

    /** Number of bins. */
    public int bins() {
        return places.length;
    }

    /** The summed shares of the bins at each place. */
    double[] shares(double[] byBin) {
        double[] byPlace = new double[size];
        for (int bin = 0; bin < places.length; bin++) {
            byPlace[places[bin]] += byBin[bin];
        }
        return byPlace;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InputAxis axis && input == axis.input && Arrays.equals(places, axis.places);
    }

    @Override
    public int hashCode() {
        return 31 * input + Arrays.hashCode(places);
    }
}
