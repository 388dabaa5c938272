package io.holdfast.training.evaluation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A 95 % confidence interval.
 *
 * @param low its lower end, finite
 * @param high its upper end, finite and no less
 */
@JsonPropertyOrder({"low", "high"})
public record Interval(double low, double high) {
    /** The level of confidence of every interval here. */
    public static final double LEVEL = 0.95;

    /** Checks the order. */
    public Interval {
        if (!(Double.isFinite(low) && Double.isFinite(high) && low <= high)) {
            throw new IllegalArgumentException(
                    "interval: " + low + " to " + high + " (expected: finite and ascending)");
        }
    }

    /** Whether a value lies within, ends included. */
    public boolean covers(double value) {
        return low <= value && value <= high;
    }
}
