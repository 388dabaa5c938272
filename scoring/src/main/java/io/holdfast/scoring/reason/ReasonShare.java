package io.holdfast.scoring.reason;

import java.util.List;

/**
 * One reason as it is shown.
 *
 * @param rank 1 for the first
 * @param ranked code, impact (log-odds) and share
 * @param text the agent's sentence: evidence, and how customers like this behave; never a cause
 * @param say a question the agent can ask, without prediction or reason
 * @param features the group's columns, strongest in the direction of the reason first
 */
public record ReasonShare(int rank, RankedReason ranked, String text, String say, List<Contribution> features) {
    public ReasonShare {
        features = List.copyOf(features);
    }

    /** The reason's code. */
    public String code() {
        return ranked.reason().code();
    }

    /** Log-odds. */
    public double impact() {
        return ranked.impact();
    }

    /** Impact over the sum of all groups of the same sign. */
    public double share() {
        return ranked.share();
    }
}
