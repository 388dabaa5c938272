package io.holdfast.care.plan;

import java.util.Optional;

/**
 * What an action does to the probability of the outcome it is about: leaving (goal retain) or coming back (goal win-back). Relative, so that one
 * figure serves customers of every risk: the probability p becomes p (1 + change).
 *
 * @param change expected relative change, from -1 on; below 0 fewer leave, or fewer come back
 * @param deviation standard deviation of the belief in it, 0 or more
 * @param evidence how well it is known
 * @param measured by what; none where it is only expected
 */
public record ActionEffect(double change, double deviation, Evidence evidence, Optional<Measured> measured) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public ActionEffect {
        if (!(change >= -1 && change <= LARGEST)) {
            throw new IllegalArgumentException("change: " + change + " (expected: -1 to " + LARGEST + ")");
        }
        if (!(deviation >= 0 && deviation <= LARGEST)) {
            throw new IllegalArgumentException("deviation: " + deviation + " (expected: 0 to " + LARGEST + ")");
        }
        if (evidence == Evidence.HARMFUL && measured.isEmpty()) {
            throw new IllegalArgumentException("evidence: harmful (expected: with what it was measured by)");
        }
    }

    /** An effect of which nothing more is known. */
    public ActionEffect(double change, double deviation, Evidence evidence) {
        this(change, deviation, evidence, Optional.empty());
    }

    /** The largest change and deviation that are not taken for a mistake. */
    public static final double LARGEST = 100;

    /**
     * An effect measured in points.
     *
     * @param points change of the probability, -1 to 1
     * @param standardError of the points
     * @param base probability without the action, above 0
     */
    public static ActionEffect ofPoints(double points, double standardError, double base, Evidence evidence) {
        if (!(base > 0 && base <= 1)) {
            throw new IllegalArgumentException("base: " + base + " (expected: above 0, at most 1)");
        }
        return new ActionEffect(Math.max(-1, points / base), standardError / base, evidence);
    }
}
