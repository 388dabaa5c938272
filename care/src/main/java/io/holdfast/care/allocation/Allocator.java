package io.holdfast.care.allocation;

/**
 * Solves an {@link AllocationProblem}: exactly where few groups remain in doubt, which they do in small problems, else within a stated gap. A function of the
 * problem alone: equal problems get equal choices, and of equal alternatives the earlier is chosen.
 */
public final class Allocator {
    private Allocator() {}

    /** At most one alternative for every group, within all limits, with a total as large as could be found and a bound for it. */
    public static Allocation solve(AllocationProblem problem) {
        if (problem.groups() == 0) {
            return new Allocation(new int[0], 0, 0, new double[problem.limits()]);
        }
        Relaxation prices =
                PriceSearch.lowest(problem, at -> GreedyChoice.by(problem, at).total());
        return BranchAndBound.improve(problem, prices, GreedyChoice.by(problem, prices));
    }
}
