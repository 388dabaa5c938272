package io.holdfast.features.value;

/**
 * The value that care weighs: the margin of the next 12 months if the customer stays, on the basis of the last 12. Neither the risk of
 * leaving nor P(alive) enters it, since care multiplies it by risk itself: counted twice, the customers most at risk would seem
 * worth the least.
 */
public final class MarginIfKept {
    private static final int YEAR = 365;
    /** Below a quarter of a year, one early purchase would be taken for a habit. */
    private static final int SHORTEST = 90;

    private MarginIfKept() {}

    /**
     * The margin of the next 365 days, in the currency of the input.
     *
     * @param marginLastYear contribution margin of the 365 days before the as-of date; below 0 where the customer cost money
     * @param daysKnown days since the customer began, 0 or more; below 365 the margin is scaled up to a year, at most fourfold
     */
    public static double nextYear(double marginLastYear, int daysKnown) {
        if (!(Math.abs(marginLastYear) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("marginLastYear: " + marginLastYear + " (expected: a finite number)");
        }
        if (daysKnown < 0) {
            throw new IllegalArgumentException("daysKnown: " + daysKnown + " (expected: 0 or more)");
        }
        return marginLastYear * YEAR / Math.max(SHORTEST, Math.min(YEAR, daysKnown));
    }
}
