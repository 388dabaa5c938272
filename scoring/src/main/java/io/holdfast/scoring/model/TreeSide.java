package io.holdfast.scoring.model;

/** How a tree reads one input: the place of each of its bins, and the share of the training rows at every place. Immutable. */
public final class TreeSide {
    private static final int MOST_PLACES = 64;
    private static final double ROUNDING = 1e-6;

    private final int input;
    private final byte[] places;
    private final double[] shares;

    /**
     * @param input position of the input, 0 or more
     * @param places per bin, from 0 on; as many as there are shares where training never saw the bin
     * @param shares per place, above 0, with sum 1; at most 64
     */
    public TreeSide(int input, byte[] places, double[] shares) {
        this.input = input;
        this.places = places.clone();
        this.shares = shares.clone();
        if (input < 0 || shares.length == 0 || shares.length > MOST_PLACES) {
            throw new IllegalArgumentException("side of a tree over input " + input + " with " + shares.length
                    + " places (expected: an input, and 1 to " + MOST_PLACES + " places)");
        }
        double sum = 0;
        for (double share : shares) {
            sum += share > 0 ? share : Double.NaN;
        }
        if (!(StrictMath.abs(sum - 1) <= ROUNDING)) {
            throw new IllegalArgumentException(
                    "side of a tree over input " + input + ": shares above 0 with sum 1 expected");
        }
        for (byte place : places) {
            if (place < 0 || place > shares.length) {
                throw new IllegalArgumentException("side of a tree over input " + input + " with place " + place
                        + " (expected: 0 to " + shares.length + ")");
            }
        }
    }

    /** Position of the input it reads. */
    public int input() {
        return input;
    }

    /** Number of places. */
    public int size() {
        return shares.length;
    }

    /** Number of bins it maps. */
    public int bins() {
        return places.length;
    }

    /** The place of a bin; {@link #size()} when training never saw it. */
    public int place(int bin) {
        return places[bin];
    }

    /** The share of the training rows at a place. */
    public double share(int place) {
        return shares[place];
    }

    byte[] places() {
        return places.clone();
    }
}
