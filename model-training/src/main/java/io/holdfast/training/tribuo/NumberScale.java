package io.holdfast.training.tribuo;

import io.holdfast.training.data.NumberColumn;
import java.util.Arrays;

/**
 * How a number becomes a feature's value: {@code (number - centre) / divisor}.
 *
 * @param centre finite
 * @param divisor above 0
 */
public record NumberScale(double centre, double divisor) {
    /** Leaves numbers as they are. */
    public static final NumberScale RAW = new NumberScale(0, 1);

    /** Checks the range. */
    public NumberScale {
        if (!Double.isFinite(centre) || !(divisor > 0 && divisor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "scale: centre " + centre + ", divisor " + divisor + " (expected: finite, and above 0)");
        }
    }

    /** Mean and standard deviation of the known numbers of some rows; a divisor of 1 where they do not vary. */
    public static NumberScale standard(NumberColumn column, int[] rows) {
        double[] known = Arrays.stream(rows)
                .mapToDouble(column::value)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (double value : known) {
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        if (known.length == 0) {
            return RAW;
        }
        if (lowest == highest) {
            return new NumberScale(lowest, 1);
        }
        // Shifting the exponent loses nothing, and keeps sums and squares of very large numbers finite.
        int exponent = Math.getExponent(Math.max(Math.abs(lowest), Math.abs(highest)));
        double sum = 0;
        for (double value : known) {
            sum += Math.scalb(value, -exponent);
        }
        double mean = sum / known.length;
        double squares = 0;
        for (double value : known) {
            double distance = Math.scalb(value, -exponent) - mean;
            squares += distance * distance;
        }
        double deviation = Math.scalb(StrictMath.sqrt(squares / known.length), exponent);
        return new NumberScale(Math.scalb(mean, exponent), deviation > 0 ? deviation : 1);
    }

    /** The feature's value of a number. */
    public double of(double number) {
        return (number - centre) / divisor;
    }
}
