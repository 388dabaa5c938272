package io.holdfast.features.value;

/**
 * A number with its 95 % interval.
 *
 * @param value the number
 * @param low lower end
 * @param high upper end
 */
public record Estimate(double value, double low, double high) {}
