package io.holdfast.care.diagnosis;

/**
 * Whether a month and the one before tell of the same customers. Where plans leave some out, shares differ though nobody changed.
 *
 * @param before customers of the month before who had not left by its end
 * @param now customers of the month
 * @param both customers of both
 */
public record Cover(int before, int now, int both) {
    /** Most of the customers of a month that the other one may miss. */
    private static final double MISSED = 0.1;

    /** Whether nine in ten of the customers of each month are also of the other; those who left before are missed by nobody. */
    public boolean isComparable() {
        return both > 0 && both >= (1 - MISSED) * before && both >= (1 - MISSED) * now;
    }

    /** Whether both months have customers, and not the same ones. */
    public boolean differs() {
        return before > 0 && now > 0 && !isComparable();
    }
}
