package io.holdfast.serving.store;

import java.time.Instant;

/**
 * On which side of the measurement a customer stands, for good.
 *
 * @param unit what was drawn: the household where it is known, else the customer
 * @param salt by which it was drawn
 * @param arm {@code treated} or {@code held-out}
 * @param since when that was first so
 * @param mixed whether ids of both sides were merged, so that nothing is measured on this customer
 */
public record HoldOutMember(String unit, String salt, String arm, Instant since, boolean mixed) {
    /** The arm of whoever gets no care, to measure by. */
    public static final String HELD_OUT = "held-out";

    /** The arm of whoever gets the care that is decided. */
    public static final String TREATED = "treated";
}
