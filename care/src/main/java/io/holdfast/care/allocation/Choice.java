package io.holdfast.care.allocation;

import java.util.Arrays;

/** A choice in the making that never breaks a limit. */
final class Choice {
    private final AllocationProblem problem;
    private final int[] chosen;
    private final double[] left;
    private double total;

    Choice(AllocationProblem problem) {
        this.problem = problem;
        this.chosen = new int[problem.groups()];
        Arrays.fill(chosen, Allocation.NOTHING);
        this.left = new double[problem.limits()];
        for (int limit = 0; limit < left.length; limit++) {
            left[limit] = problem.limit(limit);
        }
    }

    boolean fits(int alternative) {
        for (int limit = 0; limit < left.length; limit++) {
            if (problem.use(alternative, limit) > left[limit]) {
                return false;
            }
        }
        return true;
    }

    void take(int group, int alternative) {
        chosen[group] = alternative;
        total += problem.gain(alternative);
        for (int limit = 0; limit < left.length; limit++) {
            left[limit] -= problem.use(alternative, limit);
        }
    }

    /** Takes an alternative back, to the bit where the choice stood before. */
    void giveBack(int group, double totalBefore, double costLeftBefore, double riskLeftBefore) {
        int alternative = chosen[group];
        chosen[group] = Allocation.NOTHING;
        total = totalBefore;
        for (int limit = 1; limit < left.length; limit++) {
            left[limit] += problem.use(alternative, limit);
        }
        left[left.length - 1] = riskLeftBefore;
        left[0] = costLeftBefore;
    }

    /** What is left of the last limit, which may be one of money. */
    double lastLeft() {
        return left[left.length - 1];
    }

    double left(int limit) {
        return left[limit];
    }

    double total() {
        return total;
    }

    /** By group, counted within it. */
    int[] choices() {
        int[] within = new int[chosen.length];
        for (int group = 0; group < within.length; group++) {
            within[group] = chosen[group] < 0 ? Allocation.NOTHING : chosen[group] - problem.start(group);
        }
        return within;
    }
}
