package io.holdfast.care.allocation;

/**
 * Looks for the prices at which the relaxation's bound is lowest. The bound is convex in them: first one price after the other by bisection, on a sample
 * where there are many groups, then all together along subgradients with Polyak's step (Held, Wolfe and Crowder 1974).
 */
final class PriceSearch {
    private static final int SAMPLE = 20_000;
    private static final int BISECTIONS = 40;
    private static final int ROUNDS = 8;
    /** So few groups are searched to the end anyway. */
    private static final int FEW = 64;

    private static final double ENOUGH = 1e-9;
    private static final int MOST_STEPS = 1500;
    private static final int STEPS_OF_MANY = 60;
    private static final int STEPS_OF_FEW = 20;
    private static final int PATIENCE = 12;

    private final AllocationProblem problem;
    private final int steps;
    private final int rounds;

    private PriceSearch(AllocationProblem problem, int steps) {
        this.problem = problem;
        this.steps = steps;
        this.rounds = problem.groups() <= FEW ? 1 : ROUNDS;
    }

    /**
     * The relaxation with the lowest bound found.
     *
     * @param reached the total of a choice within the limits at given prices; no bound can lie below it
     */
    static Relaxation lowest(AllocationProblem problem, Reached reached) {
        Relaxation free = Relaxation.of(problem, new double[problem.limits()]);
        if (free.feasible()) {
            return free;
        }
        int stride = Math.max(1, problem.groups() / SAMPLE);
        if (stride == 1) {
            PriceSearch search = new PriceSearch(problem, problem.groups() <= FEW ? STEPS_OF_FEW : MOST_STEPS);
            return search.together(search.oneByOne(), reached);
        }
        AllocationProblem sample = problem.sample(stride);
        PriceSearch search = new PriceSearch(sample, MOST_STEPS);
        Reached greedy = at -> GreedyChoice.by(sample, at).total();
        double[] near = search.together(search.oneByOne(), greedy).prices();
        return new PriceSearch(problem, STEPS_OF_MANY).together(near, reached);
    }

    private double[] oneByOne() {
        double[] prices = new double[problem.limits()];
        double before = Double.POSITIVE_INFINITY;
        for (int round = 0; round < rounds; round++) {
            for (int limit = 0; limit < prices.length; limit++) {
                if (Double.isFinite(problem.limit(limit))) {
                    prices[limit] = price(prices, limit);
                }
            }
            double value = Relaxation.of(problem, prices).value();
            if (!(before - value > ENOUGH * Math.abs(value))) {
                break;
            }
            before = value;
        }
        return prices;
    }

    /** The lowest price at which a limit is kept, the others given. */
    private double price(double[] prices, int limit) {
        double[] trial = prices.clone();
        trial[limit] = 0;
        if (Relaxation.of(problem, trial).use(limit) <= problem.limit(limit)) {
            return 0;
        }
        double low = 0;
        double high = highest(limit);
        for (int i = 0; i < BISECTIONS && high - low > 1e-9 * high; i++) {
            double middle = low + (high - low) / 2;
            trial[limit] = middle;
            if (Relaxation.of(problem, trial).use(limit) <= problem.limit(limit)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** At this price nobody uses a limit. */
    private double highest(int limit) {
        double highest = 0;
        int alternatives = problem.end(problem.groups() - 1);
        for (int i = 0; i < alternatives; i++) {
            double use = problem.use(i, limit);
            if (use > 0 && problem.gain(i) > 0) {
                highest = Math.max(highest, problem.gain(i) / use);
            }
        }
        return highest;
    }

    private Relaxation together(double[] start, Reached reached) {
        Relaxation best = Relaxation.of(problem, start);
        Relaxation at = best;
        double floor = reached.by(best);
        double agility = 1;
        int stuck = 0;
        double[] sum = new double[start.length];
        for (int step = 0; step < steps; step++) {
            double above = at.value() - floor;
            if (best.value() - floor <= ENOUGH * Math.abs(best.value()) || agility < 1e-4) {
                break;
            }
            at = Relaxation.of(problem, moved(at, agility * above));
            if (at.value() < best.value()) {
                best = at;
                stuck = 0;
            } else if (++stuck == PATIENCE) {
                // The mean of a zigzag lies near the bottom of the valley it crosses.
                Relaxation middle = Relaxation.of(problem, mean(sum, PATIENCE));
                best = middle.value() < best.value() ? middle : best;
                agility /= 2;
                stuck = 0;
                at = best;
                floor = Math.max(floor, reached.by(best));
            }
            add(sum, at.prices(), stuck == 0);
        }
        return best;
    }

    private static void add(double[] sum, double[] prices, boolean anew) {
        for (int limit = 0; limit < sum.length; limit++) {
            sum[limit] = anew ? prices[limit] : sum[limit] + prices[limit];
        }
    }

    private static double[] mean(double[] sum, int count) {
        double[] mean = new double[sum.length];
        for (int limit = 0; limit < sum.length; limit++) {
            mean[limit] = sum[limit] / count;
        }
        return mean;
    }

    /** Along the subgradient, in units of the limits, so that money and contacts weigh alike. */
    private double[] moved(Relaxation at, double length) {
        double[] prices = at.prices();
        double[] direction = new double[prices.length];
        double norm = 0;
        for (int limit = 0; limit < prices.length; limit++) {
            double most = problem.limit(limit);
            if (Double.isFinite(most)) {
                double excess = (at.use(limit) - most) / Math.max(1, most);
                direction[limit] = prices[limit] <= 0 && excess < 0 ? 0 : excess;
                norm += direction[limit] * direction[limit];
            }
        }
        if (norm > 0) {
            for (int limit = 0; limit < prices.length; limit++) {
                double step = length * direction[limit] / norm / Math.max(1, problem.limit(limit));
                prices[limit] = Math.max(0, prices[limit] + step);
            }
        }
        return prices;
    }

    /** Makes a choice within the limits out of prices. */
    interface Reached {
        double by(Relaxation prices);
    }
}
