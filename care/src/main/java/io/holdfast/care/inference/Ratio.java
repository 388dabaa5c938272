package io.holdfast.care.inference;

import java.util.Optional;

/** MOVER-R: the interval of a ratio of two independent numbers from the interval of each (Newcombe 2016; Donner and Zou 2012). */
final class Ratio {
    private Ratio() {}

    /** The ratio less 1; none unless the denominator is above 0. The upper limit is infinite where the denominator may be 0. */
    static Optional<Estimate> change(Estimate numerator, Estimate denominator) {
        double top = numerator.point();
        double base = denominator.point();
        if (!(base > 0)) {
            return Optional.empty();
        }
        double product = top * base;
        double low = limit(
                product,
                numerator.low() * (2 * top - numerator.low()),
                denominator.high() * (2 * base - denominator.high()),
                -1);
        double high = denominator.low() > 0
                ? limit(
                        product,
                        numerator.high() * (2 * top - numerator.high()),
                        denominator.low() * (2 * base - denominator.low()),
                        1)
                : Double.POSITIVE_INFINITY;
        return Double.isNaN(low) || Double.isNaN(high)
                ? Optional.empty()
                : Optional.of(new Estimate(top / base - 1, low - 1, high - 1));
    }

    private static double limit(double product, double tops, double bases, int sign) {
        return (product + sign * StrictMath.sqrt(Math.max(0, product * product - tops * bases))) / bases;
    }
}
