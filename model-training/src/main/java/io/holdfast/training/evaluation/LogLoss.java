package io.holdfast.training.evaluation;

/** Negative log-likelihood in nats; a probability of 0 or 1 counts as 2^-52 away from it. */
final class LogLoss {
    private static final double LEAST = 0x1p-52;

    private LogLoss() {}

    /** Of one row. */
    static double of(double probability, boolean positive) {
        double said = Math.min(Math.max(probability, LEAST), 1 - LEAST);
        return -(positive ? StrictMath.log(said) : StrictMath.log1p(-said));
    }

    /** The mean of rows that get the base rate. */
    static double ofBaseRate(double rate) {
        return rate * of(rate, true) + (1 - rate) * of(rate, false);
    }
}
