package io.holdfast.scoring.model;

/** How often training saw every bin of one input. Immutable. */
public final class Marginal {
    private static final double ROUNDING = 1e-6;

    private final int input;
    private final double[] shares;

    /**
     * @param input position of the input, 0 or more
     * @param shares of the training rows per bin, 0 or more, with sum 1; 0 where training never saw the bin
     */
    public Marginal(int input, double[] shares) {
        this.input = input;
        this.shares = shares.clone();
        double sum = 0;
        for (double share : shares) {
            sum += share >= 0 ? share : Double.NaN;
        }
        if (input < 0 || !(StrictMath.abs(sum - 1) <= ROUNDING)) {
            throw new IllegalArgumentException(
                    "shares of the bins of input " + input + ": an input, and shares of 0 or more with sum 1 expected");
        }
    }

    /** Position of the input. */
    public int input() {
        return input;
    }

    /** Number of bins. */
    public int bins() {
        return shares.length;
    }

    /** The share of the training rows in a bin. */
    public double share(int bin) {
        return shares[bin];
    }
}
