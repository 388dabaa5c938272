package io.holdfast.care.allocation;

import java.util.Arrays;

/**
 * The Lagrangian relaxation at given prices: limits may be broken, but what is used has to be paid. Its value is an upper bound of every
 * choice within the limits (Everett 1963; Fisher 1981).
 */
final class Relaxation {
    private final AllocationProblem problem;
    private final double[] prices;
    private final double[] kindPrices;
    private final double[] uses;
    private final double riskPrice;
    private double value;

    private Relaxation(AllocationProblem problem, double[] prices) {
        this.problem = problem;
        this.prices = prices;
        this.kindPrices = new double[problem.kinds()];
        for (int kind = 0; kind < kindPrices.length; kind++) {
            for (int limit = 1; limit < problem.limits(); limit++) {
                if (prices[limit] > 0) {
                    kindPrices[kind] += prices[limit] * problem.kindUse(kind, limit);
                }
            }
        }
        this.uses = new double[problem.limits()];
        this.riskPrice = problem.limitsRisk() ? prices[prices.length - 1] : 0;
    }

    /** Prices alone, to ask for reduced gains. */
    static Relaxation pricing(AllocationProblem problem, double[] prices) {
        return new Relaxation(problem, prices);
    }

    /** Solves the relaxed problem, group by group. */
    static Relaxation of(AllocationProblem problem, double[] prices) {
        Relaxation relaxation = new Relaxation(problem, prices);
        relaxation.solve();
        return relaxation;
    }

    private void solve() {
        long[] chosen = new long[problem.kinds()];
        double sum = 0;
        double risk = 0;
        for (int group = 0; group < problem.groups(); group++) {
            int best = best(group);
            if (best >= 0) {
                sum += reduced(best);
                uses[0] += problem.cost(best);
                risk += problem.risk(best);
                chosen[problem.kind(best)]++;
            }
        }
        if (problem.limitsRisk()) {
            uses[uses.length - 1] = risk;
        }
        for (int limit = 0; limit < uses.length; limit++) {
            for (int kind = 0; kind < chosen.length && limit > 0; kind++) {
                uses[limit] += chosen[kind] * problem.kindUse(kind, limit);
            }
            if (prices[limit] > 0) {
                sum += prices[limit] * problem.limit(limit);
            }
        }
        value = sum;
    }

    /** Gain less what its uses cost at these prices. */
    double reduced(int alternative) {
        return problem.gain(alternative)
                - prices[0] * problem.cost(alternative)
                - kindPrices[problem.kind(alternative)]
                - (riskPrice > 0 ? riskPrice * problem.risk(alternative) : 0);
    }

    /** The alternative of a group with the highest reduced gain above 0, the first of equals; -1 if there is none. */
    int best(int group) {
        int best = -1;
        double most = 0;
        for (int i = problem.start(group); i < problem.end(group); i++) {
            double reduced = reduced(i);
            if (reduced > most) {
                most = reduced;
                best = i;
            }
        }
        return best;
    }

    /** The upper bound. */
    double value() {
        return value;
    }

    /** What the relaxed choice uses of a limit. */
    double use(int limit) {
        return uses[limit];
    }

    /** Whether the relaxed choice keeps all limits. */
    boolean feasible() {
        for (int limit = 0; limit < uses.length; limit++) {
            if (uses[limit] > problem.limit(limit)) {
                return false;
            }
        }
        return true;
    }

    double[] prices() {
        return Arrays.copyOf(prices, prices.length);
    }
}
