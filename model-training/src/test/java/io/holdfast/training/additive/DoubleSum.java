package io.holdfast.training.additive;

/** Sums in order. */
final class DoubleSum {
    private DoubleSum() {}

    static double of(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
