package io.holdfast.simulation.hazard;

import java.util.Locale;

/** Whose decision a leave was. */
public enum LeaveType {
    /** The customer's. */
    VOLUNTARY,
    /** The company's, because bills stayed unpaid. */
    INVOLUNTARY,
    /** Nobody's: moved away, died. */
    NATURAL,
    /** The customer stayed under another line or contract. */
    INTERNAL;

    /** The name in files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
