package io.holdfast.training.data;

/**
 * A column of amounts that the description's costs name. Its cells have no gaps.
 *
 * @param name in the header
 * @param amounts one a row, finite; kept, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // millions of rows; equality of two of these is nobody's question
public record CostColumn(String name, double[] amounts) {}
