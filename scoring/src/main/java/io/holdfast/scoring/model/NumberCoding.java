package io.holdfast.scoring.model;

import java.util.Arrays;
import java.util.List;

/** Bins of a numeric column, separated by ascending cuts, and the range the training rows covered. */
public final class NumberCoding implements Coding {
    private final double[] cuts;
    private final double lowest;
    private final double highest;

    /**
     * @param cuts strictly ascending, finite; may be empty (one bin for all values)
     * @param lowest smallest training value, finite
     * @param highest largest training value, finite, not below {@code lowest}
     */
    public NumberCoding(List<Double> cuts, double lowest, double highest) {
        this.cuts = cuts.stream().mapToDouble(Double::doubleValue).toArray();
        for (int i = 0; i < this.cuts.length; i++) {
            if (!Double.isFinite(this.cuts[i]) || (i > 0 && this.cuts[i] <= this.cuts[i - 1])) {
                throw new IllegalArgumentException(
                        "cuts[" + i + "]: " + this.cuts[i] + " (expected: finite and above the cut before it)");
            }
        }
        if (!Double.isFinite(lowest) || !Double.isFinite(highest) || lowest > highest) {
            throw new IllegalArgumentException(
                    "range: " + lowest + " to " + highest + " (expected: finite, lowest not above highest)");
        }
        this.lowest = lowest;
        this.highest = highest;
    }

    /** Ascending cuts between neighbouring bins. */
    public List<Double> cuts() {
        return Arrays.stream(cuts).boxed().toList();
    }

    /** Smallest value of the training rows. */
    public double lowest() {
        return lowest;
    }

    /** Largest value of the training rows. */
    public double highest() {
        return highest;
    }

    @Override
    public int bins() {
        return FIRST + cuts.length + 1;
    }

    /** The bin of a value; NaN means missing. */
    public int bin(double value) {
        if (Double.isNaN(value)) {
            return MISSING;
        }
        // The number of cuts not above the value. How often it goes round hangs on no value, so processors guess no
        // branch wrongly.
        int low = 0;
        for (int left = cuts.length; left > 0; ) {
            int half = (left + 1) >>> 1;
            low = cuts[low + half - 1] <= value ? low + half : low;
            left -= half;
        }
        return FIRST + low;
    }

    /** The value moved into the range that training covered, so that no customer is judged by extrapolation. */
    public double clamp(double value) {
        return Math.min(Math.max(value, lowest), highest);
    }

    /** Whether the value lies outside the range that training covered. */
    public boolean outside(double value) {
        return value < lowest || value > highest;
    }
}
