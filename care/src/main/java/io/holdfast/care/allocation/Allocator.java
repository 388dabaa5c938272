package io.holdfast.care.allocation;

/**
 * Solves an {@link AllocationProblem}: exactly where few groups remain in doubt, which they do in small problems, else within a stated gap. A function of the
 * problem alone: equal problems get equal choices, and of equal alternatives the earlier is chosen.
 */
public final class Allocator {
    /** Share of the bound below which a gap is not worth a search for something better. */
    private static final double CLOSE = 1e-3;

    /** Among more groups, exchanges would take longer than they are worth: the gap of many unlike groups is small. */
    private static final int MOST_GROUPS = 100_000;

    /** By so much of itself a price is raised and lowered, to see who is served first then. */
    private static final double ASIDE = 0.02;

    private Allocator() {}

    /** At most one alternative for every group, within all limits, with a total as large as could be found and a bound for it. */
    public static Allocation solve(AllocationProblem problem) {
        if (problem.groups() == 0) {
            return new Allocation(new int[0], 0, 0, new double[problem.limits()]);
        }
        Relaxation prices =
                PriceSearch.lowest(problem, at -> GreedyChoice.by(problem, at).total());
        Choice choice = GreedyChoice.by(problem, prices);
        if (problem.groups() <= MOST_GROUPS && gap(prices, choice) > CLOSE) {
            choice = exchanged(problem, prices, choice);
        }
        return BranchAndBound.improve(problem, prices, choice);
    }

    private static double gap(Relaxation prices, Choice choice) {
        return (prices.value() - choice.total()) / Math.max(Double.MIN_NORMAL, prices.value());
    }

    /** The best of what exchanges make of a choice, and of those at prices a little aside: among groups that are alike, these serve others first. */
    private static Choice exchanged(AllocationProblem problem, Relaxation prices, Choice first) {
        Choice best = first;
        Exchange.improve(problem, best);
        for (int limit = 0; limit < problem.limits() && gap(prices, best) > CLOSE; limit++) {
            for (double aside : new double[] {-ASIDE, ASIDE}) {
                double[] moved = prices.prices();
                moved[limit] *= 1 + aside;
                Choice other = GreedyChoice.by(problem, Relaxation.pricing(problem, moved));
                Exchange.improve(problem, other);
                best = other.total() > best.total() ? other : best;
            }
        }
        return best;
    }
}
