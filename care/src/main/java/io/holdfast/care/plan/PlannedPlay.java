package io.holdfast.care.plan;

import java.util.List;

/**
 * The play chosen for a customer. Whoever acts looks at the status of the decision first: a withheld one is a shadow.
 *
 * @param action the play's code in the playbook
 * @param priceAffecting whether it can change what a customer pays or is granted
 * @param steps in order, at least one
 * @param gain expected net margin against doing nothing
 * @param cost expected spending, counted against the budget
 * @param evidence how well its effect is known
 */
public record PlannedPlay(
        String action,
        boolean priceAffecting,
        List<PlannedStep> steps,
        GainEstimate gain,
        double cost,
        Evidence evidence) {
    /**
     * Keeps a copy.
     *
     * @throws IllegalArgumentException if there is no step
     */
    public PlannedPlay {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("steps of " + action + ": none (expected: at least one)");
        }
    }

    /** The step to begin with. */
    public PlannedStep first() {
        return steps.get(0);
    }
}
