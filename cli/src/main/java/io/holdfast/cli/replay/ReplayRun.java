package io.holdfast.cli.replay;

import java.util.List;

/**
 * One policy on one set of customers.
 *
 * @param policy that chose
 * @param seed of the customers
 * @param months in order, those after the last care included
 * @param atRisk what would have been lost on unproven actions, had none had any effect; 0 for policies that do not say
 */
public record ReplayRun(ReplayPolicy policy, long seed, List<ReplayMonth> months, double atRisk) {
    /** Keeps a copy. */
    public ReplayRun {
        months = List.copyOf(months);
    }

    /** Net margin of all months. */
    public double margin() {
        return months.stream().mapToDouble(ReplayMonth::margin).sum();
    }
}
