package io.holdfast.care.allocation;

import java.util.stream.IntStream;

/**
 * Searches the best choice among the groups for which prices leave more than one alternative open: depth first, cut off by the Lagrangian bound of what
 * is still to be decided (Land and Doig 1960). All other groups keep their relaxed choice, since any other one would lie below the best total known.
 */
final class BranchAndBound {
    private static final int MOST_OPEN = 400;
    private static final int MOST_NODES = 400_000;

    private final Relaxation prices;
    private final Choice choice;
    private final int[] open;
    private final int[][] ordered;
    private final double[] restGain;
    private int nodes;
    private double bestTotal;
    private int[] best;

    private BranchAndBound(AllocationProblem problem, Relaxation prices, Choice known, int[] open, Choice fixed) {
        this.prices = prices;
        this.open = open;
        this.choice = fixed;
        this.bestTotal = known.total();
        this.best = known.choices();
        this.ordered = new int[open.length][];
        this.restGain = new double[open.length + 1];
        for (int i = open.length - 1; i >= 0; i--) {
            int group = open[i];
            ordered[i] = IntStream.range(problem.start(group), problem.end(group))
                    .filter(alternative -> problem.gain(alternative) > 0)
                    .boxed()
                    .sorted((a, b) -> Double.compare(prices.reduced(b), prices.reduced(a)))
                    .mapToInt(Integer::intValue)
                    .toArray();
            double most = ordered[i].length == 0 ? 0 : Math.max(0, prices.reduced(ordered[i][0]));
            restGain[i] = restGain[i + 1] + most;
        }
    }

    /** The best choice, with the total as its bound if the search came to its end. */
    static Allocation improve(AllocationProblem problem, Relaxation prices, Choice known) {
        double gap = prices.value() - known.total();
        Choice fixed = new Choice(problem);
        int[] open = IntStream.range(0, problem.groups())
                .filter(group -> isOpen(problem, prices, group, gap))
                .limit(MOST_OPEN + 1L)
                .toArray();
        if (open.length > MOST_OPEN || !fix(problem, prices, open, fixed)) {
            return result(problem, known.choices(), prices.value(), prices);
        }
        BranchAndBound search = new BranchAndBound(problem, prices, known, open, fixed);
        boolean whole = search.decide(0);
        double total = total(problem, search.best);
        return result(problem, search.best, whole ? total : Math.max(total, prices.value()), prices);
    }

    /** Whether another alternative than the relaxed one could lead above the best total known. */
    private static boolean isOpen(AllocationProblem problem, Relaxation prices, int group, double gap) {
        int best = prices.best(group);
        double most = best < 0 ? 0 : prices.reduced(best);
        double slack = gap + 1e-9 * Math.max(1, Math.abs(prices.value()));
        if (best >= 0 && most <= slack) {
            return true;
        }
        for (int i = problem.start(group); i < problem.end(group); i++) {
            if (i != best && problem.gain(i) > 0 && most - prices.reduced(i) <= slack) {
                return true;
            }
        }
        return false;
    }

    private static boolean fix(AllocationProblem problem, Relaxation prices, int[] open, Choice fixed) {
        int next = 0;
        for (int group = 0; group < problem.groups(); group++) {
            if (next < open.length && open[next] == group) {
                next++;
                continue;
            }
            int best = prices.best(group);
            if (best >= 0) {
                if (!fixed.fits(best)) {
                    return false;
                }
                fixed.take(group, best);
            }
        }
        return true;
    }

    private boolean decide(int depth) {
        if (++nodes > MOST_NODES) {
            return false;
        }
        if (choice.total() > bestTotal) {
            bestTotal = choice.total();
            best = choice.choices();
        }
        if (depth == open.length || bound(depth) <= bestTotal) {
            return true;
        }
        int group = open[depth];
        boolean whole = true;
        boolean passed = false;
        for (int alternative : ordered[depth]) {
            if (!passed && prices.reduced(alternative) < 0) {
                passed = true;
                whole &= decide(depth + 1);
            }
            if (choice.fits(alternative)) {
                double[] before = choice.mark();
                choice.take(group, alternative);
                whole &= decide(depth + 1);
                choice.giveBack(group, before);
            }
        }
        return (passed || decide(depth + 1)) && whole;
    }

    private double bound(int depth) {
        double bound = choice.total() + restGain[depth];
        double[] each = prices.prices();
        for (int limit = 0; limit < each.length; limit++) {
            if (each[limit] > 0) {
                bound += each[limit] * choice.left(limit);
            }
        }
        return bound;
    }

    private static double total(AllocationProblem problem, int[] choices) {
        double sum = 0;
        for (int group = 0; group < choices.length; group++) {
            if (choices[group] >= 0) {
                sum += problem.gain(problem.start(group) + choices[group]);
            }
        }
        return sum;
    }

    private static Allocation result(AllocationProblem problem, int[] choices, double bound, Relaxation prices) {
        double total = total(problem, choices);
        return new Allocation(choices, total, Math.max(total, bound), prices.prices());
    }
}
