package io.holdfast.training.additive.boosting;

import io.holdfast.training.additive.bagging.Bags;
import java.util.Arrays;

/**
 * What every bag starts from and has learned so far: accepted stages, and per bag the state of every row under that bag's
 * tables. Rows of the bag itself are out-of-bag.
 */
public final class Bagged {
    private final Objective objective;
    private final Bags bags;
    private final double[][] states;

    /** Bags that know nothing but the base rate. */
    public Bagged(Objective objective, Bags bags) {
        this.objective = objective;
        this.bags = bags;
        this.states = new double[bags.count()][bags.rows()];
        double start = objective.state(objective.start());
        for (double[] bag : states) {
            Arrays.fill(bag, start);
        }
    }

    /** What is minimised. */
    public Objective objective() {
        return objective;
    }

    /** Which rows are whose. */
    public Bags bags() {
        return bags;
    }

    /** The state of every row as a bag sees it. */
    @SuppressWarnings("MutableArrayReturned") // the engine's loops over rows read and change it in place
    public double[] states(int bag) {
        return states[bag];
    }

    /** The score of every row by the bag that did not learn from it. */
    public double[] outOfBagScores() {
        double[] scores = new double[bags.rows()];
        for (int bag = 0; bag < bags.count(); bag++) {
            for (int row = bags.from(bag); row < bags.to(bag); row++) {
                scores[row] = objective.score(states[bag][row]);
            }
        }
        return scores;
    }
}
