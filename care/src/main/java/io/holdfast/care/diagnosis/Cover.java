package io.holdfast.care.diagnosis;

/**
 * Whether a month and the one before tell of the same customers. Where plans leave some out, shares differ though nobody changed.
 *
 * @param before customers of the month before who had not left by its end
 * @param now customers of the month
 * @param both customers of both
 * @param isComparable whether nine in ten of the customers of each month are also of the other: of this month, for every month since those of both were decided about last, not
 *     counting as missed who is decided about for the first time ever within that tenth a month; those who left before are missed by nobody
 */
public record Cover(Count before, Count now, Count both, boolean isComparable) {
    /** Most of the customers of a month that the other one may miss. */
    private static final double MISSED = 0.1;

    /**
     * A cover.
     *
     * @param fresh of those of this month alone, who was never decided about before
     * @param waited months since those of both were decided about before, on average, 1 or more: a book that grows is seen to grow by all of them at once
     */
    static Cover of(Count before, Count now, Count both, int fresh, double waited) {
        boolean kept = both.number() > 0 && both.number() >= (1 - MISSED) * before.number();
        int missed = now.number() - both.number();
        boolean grown = missed <= (1 - StrictMath.pow(1 - MISSED, waited)) * now.number() + 1e-9;
        boolean known = missed - fresh <= MISSED * now.number() + 1e-9;
        return new Cover(before, now, both, kept && grown && known);
    }

    /** Whether both months have customers, and not the same ones. */
    public boolean differs() {
        return !before.isNobody() && !now.isNobody() && !isComparable;
    }
}
