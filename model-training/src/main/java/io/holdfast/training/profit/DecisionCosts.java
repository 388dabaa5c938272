package io.holdfast.training.profit;

/**
 * What each decision costs for customers whose outcome is known.
 *
 * @param contacted the cost of contacting, one a row, finite; kept, not copied
 * @param alone the cost of not contacting, in the same order
 */
@SuppressWarnings("ArrayRecordComponent") // millions of rows; equality of two of these is nobody's question
public record DecisionCosts(double[] contacted, double[] alone) {
    /** Checks the shapes. */
    public DecisionCosts {
        if (contacted.length != alone.length) {
            throw new IllegalArgumentException(
                    "alone: " + alone.length + " rows (expected: " + contacted.length + ", as in contacted)");
        }
    }

    /** What contacting a customer gains over leaving him alone. */
    double gain(int row) {
        return alone[row] - contacted[row];
    }
}
