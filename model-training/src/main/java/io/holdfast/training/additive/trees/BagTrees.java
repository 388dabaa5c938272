package io.holdfast.training.additive.trees;

import io.holdfast.training.additive.bagging.Bags;
import io.holdfast.training.additive.boosting.Objective;
import io.holdfast.training.additive.boosting.Shape;
import io.holdfast.training.additive.boosting.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** The trees of one bag, and the states of all rows under them. */
final class BagTrees {
    /** Rows handled at a time, so that what is read of them stays in the processor's first cache. */
    private static final int BLOCK = 1024;

    private final Objective objective;
    private final Bags bags;
    private final int bag;
    private final SplittableRandom random;
    private final double[] states;
    private final double[] kept;
    private final List<GrownTree> trees = new ArrayList<>();
    private final int[] cells = new int[BLOCK];
    private double heldOutLoss;

    BagTrees(Objective objective, Bags bags, int bag, long seed) {
        this.objective = objective;
        this.bags = bags;
        this.bag = bag;
        this.random = new SplittableRandom(seed);
        this.states = new double[bags.rows()];
        this.kept = new double[bags.to(bag) - bags.from(bag)];
        Arrays.fill(states, objective.state(objective.start()));
    }

    /** Begins with a share of every table of a stage. */
    void start(Stage mains, double[] shares) {
        for (int s = 0; s < shares.length; s++) {
            if (shares[s] == 0) {
                continue;
            }
            Shape shape = mains.shapes().get(s);
            double[] table = mains.tables().get(bag).get(s);
            double[] factors = new double[table.length];
            for (int cell = 0; cell < factors.length; cell++) {
                factors[cell] = objective.factor(shares[s] * table[cell]);
            }
            for (int at = 0; at < states.length; at += BLOCK) {
                int count = Math.min(BLOCK, states.length - at);
                shape.read(bag, at, count, cells);
                objective.apply(states, at, count, cells, factors);
            }
        }
        heldOutLoss = objective.loss(states, bags.from(bag), bags.to(bag));
        keep();
    }

    /** Begins where the tables of the bag have come. */
    void start(double[] tableStates) {
        System.arraycopy(tableStates, 0, states, 0, states.length);
    }

    /** Adds to a sum and a sum of squares by how much the loss of each of the bag's own rows lies below that of other states. */
    void addFalls(double[] otherStates, double[] sumAndSquares) {
        for (int row = bags.from(bag); row < bags.to(bag); row++) {
            double fall = objective.loss(otherStates[row], row) - objective.loss(states[row], row);
            sumAndSquares[0] += fall;
            sumAndSquares[1] += fall * fall;
        }
    }

    /** Adds a tree. */
    void grow(TreeGrower grower) {
        GrownTree tree = grower.grow(objective, states, bag, bags.from(bag), bags.to(bag), random);
        trees.add(tree);
        double[] factors = Arrays.stream(tree.values()).map(objective::factor).toArray();
        for (int at = 0; at < states.length; at += BLOCK) {
            int count = Math.min(BLOCK, states.length - at);
            tree.read(bag, at, count, cells);
            objective.apply(states, at, count, cells, factors);
        }
        heldOutLoss = objective.loss(states, bags.from(bag), bags.to(bag));
    }

    /** Loss of the bag's own rows after the last tree. */
    double heldOutLoss() {
        return heldOutLoss;
    }

    /** Remembers the states of the bag's own rows. */
    void keep() {
        System.arraycopy(states, bags.from(bag), kept, 0, kept.length);
    }

    /** Writes the scores last kept to the places of the bag's own rows. */
    void writeScores(double[] into) {
        for (int i = 0; i < kept.length; i++) {
            into[bags.from(bag) + i] = objective.score(kept[i]);
        }
    }

    /** Takes the trees behind the first so many off again. */
    void backTo(int rounds) {
        while (trees.size() > rounds) {
            GrownTree tree = trees.remove(trees.size() - 1);
            double[] factors = Arrays.stream(tree.values())
                    .map(value -> objective.factor(-value))
                    .toArray();
            for (int at = 0; at < states.length; at += BLOCK) {
                int count = Math.min(BLOCK, states.length - at);
                tree.read(bag, at, count, cells);
                objective.apply(states, at, count, cells, factors);
            }
        }
    }

    /** Writes the scores of {@code count} rows from {@code from} on to the beginning of an array. */
    void readScores(int from, int count, double[] into) {
        for (int i = 0; i < count; i++) {
            into[i] = objective.score(states[from + i]);
        }
    }

    /** The trees, in the order in which they were grown. */
    List<GrownTree> trees() {
        return List.copyOf(trees);
    }
}
