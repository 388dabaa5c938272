package io.holdfast.training.inspection;

/**
 * A column that says what an earlier one says.
 *
 * @param column the later one
 * @param copyOf the earlier one
 * @param rankCorrelation of two numbers, near 1 or -1; of other columns, whose values go together one to one, 1
 */
public record RedundantColumn(String column, String copyOf, double rankCorrelation) {}
