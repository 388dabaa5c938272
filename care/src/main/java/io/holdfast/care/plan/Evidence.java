package io.holdfast.care.plan;

import java.util.Locale;

/** How well the effect of an action is known. */
public enum Evidence {
    /** Measured against held-out customers, and the interval excludes harm and no effect. */
    PROVEN,
    /** An expectation of whoever wrote the playbook, or a measurement that does not exclude no effect yet. */
    UNPROVEN,
    /** Measured against held-out customers, and shown to do harm: not assigned any more. */
    HARMFUL;

    /** The name in files and replies. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
