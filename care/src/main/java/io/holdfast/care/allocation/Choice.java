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

    /** Where the choice stands: the total, then what is left of each limit. */
    double[] mark() {
        double[] mark = new double[1 + left.length];
        mark[0] = total;
        System.arraycopy(left, 0, mark, 1, left.length);
        return mark;
    }

    /** Takes an alternative back, to the bit where the choice stood before. */
    void giveBack(int group, double[] mark) {
        chosen[group] = Allocation.NOTHING;
        total = mark[0];
        System.arraycopy(mark, 1, left, 0, left.length);
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
