package io.holdfast.care.inference;

/**
 * A number and the range in which it lies, as far as the data tell.
 *
 * @param point the number
 * @param low may be minus infinity
 * @param high may be infinity
 */
public record Estimate(double point, double low, double high) {
    /** Whether the range leaves 0 out. */
    public boolean excludesZero() {
        return low > 0 || high < 0;
    }

    /** Whether the range holds a number. */
    public boolean contains(double number) {
        return low <= number && number <= high;
    }
}
