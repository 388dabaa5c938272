package io.holdfast.training.tribuo;

import io.holdfast.training.data.NumberColumn;
import java.util.Arrays;
import java.util.stream.IntStream;

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

    /**
     * Mean and standard deviation of the known numbers of some rows; a divisor of 1 where they do not vary.
     *
     * @param weights how much each row counts, in the order of the rows
     */
    public static NumberScale standard(NumberColumn column, int[] rows, double[] weights) {
        int[] held = IntStream.range(0, rows.length)
                .filter(i -> !Double.isNaN(column.value(rows[i])))
                .toArray();
        double[] known =
                Arrays.stream(held).mapToDouble(i -> column.value(rows[i])).toArray();
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
        double all = 0;
        for (int i = 0; i < known.length; i++) {
            sum += weights[held[i]] * Math.scalb(known[i], -exponent);
            all += weights[held[i]];
        }
        double mean = sum / all;
        double squares = 0;
        for (int i = 0; i < known.length; i++) {
            double distance = Math.scalb(known[i], -exponent) - mean;
            squares += weights[held[i]] * (distance * distance);
        }
        double deviation = Math.scalb(StrictMath.sqrt(squares / all), exponent);
        return new NumberScale(Math.scalb(mean, exponent), deviation > 0 ? deviation : 1);
    }

    /** The feature's value of a number. */
    public double of(double number) {
        return (number - centre) / divisor;
    }
}
