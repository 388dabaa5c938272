package io.holdfast.simulation.treatment;

import io.holdfast.simulation.hazard.Cause;

/**
 * What an action does to one cause of a customer who answers it in full.
 *
 * @param cause whose intensity changes
 * @param during factor on it while the action lasts; below 1 helps, above 1 harms
 * @param after factor on it in the months after; not 1 where leaving is only postponed
 */
public record Remedy(Cause cause, double during, double after) {
    /** Checks the ranges. */
    public Remedy {
        if (!(during > 0 && during < 10) || !(after > 0 && after < 10)) {
            throw new IllegalArgumentException(
                    "factors: " + during + ", " + after + " (expected: above 0 and below 10)");
        }
    }

    static Remedy of(Cause cause, double during) {
        return new Remedy(cause, during, 1);
    }
}
