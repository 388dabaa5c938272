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

    /** What a group has been given; {@link Allocation#NOTHING} if nothing. */
    int of(int group) {
        return chosen[group];
    }

    /** Whether an alternative fits once another of the same group is given back; {@link Allocation#NOTHING} for none to give back. */
    boolean fitsInsteadOf(int own, int alternative) {
        for (int limit = 0; limit < left.length; limit++) {
            double free = own < 0 ? left[limit] : left[limit] + problem.use(own, limit);
            if (problem.use(alternative, limit) > free) {
                return false;
            }
        }
        return true;
    }

    /** Whether an alternative fits a group once its own and that of another group are given back. */
    boolean fitsInsteadOf(int group, int other, int alternative) {
        for (int limit = 0; limit < left.length; limit++) {
            double free = left[limit] + problem.use(chosen[other], limit);
            free += chosen[group] < 0 ? 0 : problem.use(chosen[group], limit);
            if (problem.use(alternative, limit) > free) {
                return false;
            }
        }
        return true;
    }

    /** Takes back what a group has. */
    void giveBack(int group) {
        int own = chosen[group];
        chosen[group] = Allocation.NOTHING;
        total -= problem.gain(own);
        for (int limit = 0; limit < left.length; limit++) {
            left[limit] += problem.use(own, limit);
        }
    }

    /** Gives a group another alternative instead of its own, if it has one. */
    void change(int group, int alternative) {
        int own = chosen[group];
        for (int limit = 0; own >= 0 && limit < left.length; limit++) {
            left[limit] += problem.use(own, limit);
        }
        total -= own < 0 ? 0 : problem.gain(own);
        take(group, alternative);
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
