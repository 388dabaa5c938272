package io.holdfast.training.additive.interaction;

/**
 * Two columns, by their positions among the features of a table.
 *
 * @param first the lower position, 0 or more
 * @param second the higher one
 */
public record ColumnPair(int first, int second) {
    /** Checks the order. */
    public ColumnPair {
        if (first < 0 || first >= second) {
            throw new IllegalArgumentException(
                    "pair of columns " + first + " and " + second + " (expected: two, the lower first)");
        }
    }

    /** The pair of two different columns in any order. */
    public static ColumnPair of(int one, int other) {
        return new ColumnPair(Math.min(one, other), Math.max(one, other));
    }
}
