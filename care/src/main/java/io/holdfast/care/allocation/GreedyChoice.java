package io.holdfast.care.allocation;

import java.util.Arrays;

/**
 * Makes a choice within the limits out of prices: groups with the highest reduced gain first, each its best alternative that still fits; then, with what is
 * left, alternatives that are not worth their price but still bring something.
 */
final class GreedyChoice {
    private GreedyChoice() {}

    static Choice by(AllocationProblem problem, Relaxation prices) {
        Choice choice = new Choice(problem);
        int[] order = byBest(problem, prices);
        boolean[] taken = new boolean[problem.groups()];
        for (double least : new double[] {0, Double.NEGATIVE_INFINITY}) {
            for (int group : order) {
                int best = taken[group] ? -1 : bestFitting(problem, prices, choice, group);
                if (best >= 0 && prices.reduced(best) >= least) {
                    choice.take(group, best);
                    taken[group] = true;
                }
            }
        }
        return choice;
    }

    private static int bestFitting(AllocationProblem problem, Relaxation prices, Choice choice, int group) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = problem.start(group); i < problem.end(group); i++) {
            double reduced = prices.reduced(i);
            if (reduced > most && problem.gain(i) > 0 && choice.fits(i)) {
                most = reduced;
                best = i;
            }
        }
        return best;
    }

    /** Groups by their highest reduced gain, falling; equals in the order given. Groups without any gain are left out. */
    private static int[] byBest(AllocationProblem problem, Relaxation prices) {
        long[] keys = new long[problem.groups()];
        double[] highest = new double[problem.groups()];
        int count = 0;
        for (int group = 0; group < highest.length; group++) {
            double most = Double.NEGATIVE_INFINITY;
            for (int i = problem.start(group); i < problem.end(group); i++) {
                if (problem.gain(i) > 0) {
                    most = Math.max(most, prices.reduced(i));
                }
            }
            highest[group] = most;
            if (most > Double.NEGATIVE_INFINITY) {
                // To the precision of a float, then in the order of the groups: one sort of whole numbers.
                keys[count++] = (~ordered((float) most) << Integer.SIZE) | group;
            }
        }
        Arrays.sort(keys, 0, count);
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = (int) keys[i];
        }
        return order;
    }

    /** A whole number from 0 to 2^31 - 1 that rises with the float, but for its last bit. */
    private static long ordered(float number) {
        int bits = Float.floatToIntBits(number + 0.0f);
        int rising = bits >= 0 ? bits ^ Integer.MIN_VALUE : ~bits;
        return Integer.toUnsignedLong(rising) >>> 1;
    }
}
