package io.holdfast.training.additive.boosting;

import io.holdfast.training.additive.bagging.Bags;
import java.util.Arrays;
import java.util.List;

/** Boosts the tables of one stage in one bag. One step is one sweep over the rows: it applies the update before it and gathers the sums for the next. */
final class BagBooster {
    private static final int NONE = -1;

    /** Rows handled at a time, so that what a sweep touches stays in the processor's first cache. */
    private static final int BLOCK = 1024;

    /** A table that is passed over is looked at again in every tenth round. */
    private static final int LOOK_AGAIN = 10;

    private final BoostingSettings settings;
    private final Objective objective;
    private final Bags bags;
    private final int bag;
    private final List<Shape> shapes;
    private final double[] states;
    private final double[] startStates;
    private final int[][] rows;
    private final double[][] tables;
    private final double[][] kept;
    private final boolean[] changed;
    private final double[] gains;
    private final double[] sums;
    private final double[] factors;
    private final int[] applied = new int[BLOCK];
    private final int[] gathered = new int[BLOCK];
    private final double[] gradients = new double[BLOCK];
    private final double[] hessians = new double[BLOCK];
    private final TreeFit trees;
    private double heldOutLoss;

    BagBooster(BoostingSettings settings, Bagged bagged, int bag, List<Shape> shapes) {
        this.settings = settings;
        this.objective = bagged.objective();
        this.bags = bagged.bags();
        this.bag = bag;
        this.shapes = shapes;
        this.states = bagged.states(bag);
        this.startStates = states.clone();
        this.rows = new int[shapes.size()][];
        this.tables = new double[shapes.size()][];
        this.kept = new double[shapes.size()][];
        int most = 0;
        for (int t = 0; t < rows.length; t++) {
            Shape shape = shapes.get(t);
            rows[t] = CellRows.of(shape, bags, bag, gathered);
            tables[t] = new double[shape.cells()];
            kept[t] = new double[shape.cells()];
            most = Math.max(most, shape.cells());
        }
        this.changed = new boolean[rows.length];
        this.gains = new double[rows.length];
        this.sums = new double[2 * most];
        this.factors = new double[most];
        this.trees = new TreeFit(settings, objective, shapes);
        this.heldOutLoss = objective.loss(states, bags.from(bag), bags.to(bag));
    }

    /** Loss of the bag's own rows after the last round. */
    double heldOutLoss() {
        return heldOutLoss;
    }

    /** One pass over all tables. */
    void round(int round) {
        if (round == 1) {
            look();
        }
        double best = Arrays.stream(gains).max().orElse(0);
        double least = settings.gainFilter() * best;
        int pending = NONE;
        for (int t = 0; t < gains.length; t++) {
            if (gains[t] < least && (round + t) % LOOK_AGAIN != 0) {
                continue;
            }
            sweep(pending, t);
            pending = NONE;
            gains[t] = trees.fit(shapes.get(t), sums, rows[t]);
            Leaves leaves = trees.leaves();
            if (gains[t] < least || leaves.isEmpty()) {
                continue;
            }
            leaves.addTo(tables[t], settings.learningRate());
            leaves.factors(objective, settings.learningRate(), factors);
            changed[t] = true;
            pending = t;
        }
        if (pending != NONE) {
            applyAll(pending, states);
        }
        heldOutLoss = objective.loss(states, bags.from(bag), bags.to(bag));
    }

    /** What each table would gain, so that not even in the first round useless ones are updated. */
    private void look() {
        for (int t = 0; t < gains.length; t++) {
            sweep(NONE, t);
            gains[t] = trees.fit(shapes.get(t), sums, rows[t]);
        }
    }

    private void sweep(int pending, int next) {
        Arrays.fill(sums, 0, 2 * shapes.get(next).cells(), 0);
        sweep(pending, next, 0, bags.from(bag));
        sweep(pending, next, bags.to(bag), bags.rows());
        if (pending != NONE) {
            apply(pending, states, bags.from(bag), bags.to(bag));
        }
    }

    private void sweep(int pending, int next, int from, int to) {
        Shape gather = shapes.get(next);
        for (int at = from; at < to; at += BLOCK) {
            int count = Math.min(BLOCK, to - at);
            if (pending != NONE) {
                shapes.get(pending).read(bag, at, count, applied);
                objective.apply(states, at, count, applied, factors);
            }
            gather.read(bag, at, count, gathered);
            objective.derivatives(states, at, count, gradients, hessians);
            add(count);
        }
    }

    private void add(int count) {
        for (int i = 0; i < count; i++) {
            int cell = gathered[i] << 1;
            sums[cell] += gradients[i];
            sums[cell + 1] += hessians[i];
        }
    }

    private void applyAll(int table, double[] to) {
        apply(table, to, 0, bags.rows());
    }

    private void apply(int table, double[] to, int from, int end) {
        for (int at = from; at < end; at += BLOCK) {
            int count = Math.min(BLOCK, end - at);
            shapes.get(table).read(bag, at, count, applied);
            objective.apply(to, at, count, applied, factors);
        }
    }

    /** Remembers the tables as they are. */
    void keep() {
        for (int t = 0; t < tables.length; t++) {
            if (changed[t]) {
                System.arraycopy(tables[t], 0, kept[t], 0, tables[t].length);
                changed[t] = false;
            }
        }
    }

    /** Goes back to the tables last kept: the states are computed from them anew. */
    void restore() {
        undo();
        for (int t = 0; t < kept.length; t++) {
            boolean any = false;
            for (int cell = 0; cell < kept[t].length; cell++) {
                factors[cell] = objective.factor(kept[t][cell]);
                any |= kept[t][cell] != 0;
            }
            if (any) {
                applyAll(t, states);
            }
        }
    }

    /** Goes back to where the stage began. */
    void undo() {
        System.arraycopy(startStates, 0, states, 0, states.length);
    }

    /** Adds to a sum and a sum of squares by how much the loss of each of the bag's own rows fell. */
    void addFalls(double[] sumAndSquares) {
        for (int row = bags.from(bag); row < bags.to(bag); row++) {
            double fall = objective.loss(startStates[row], row) - objective.loss(states[row], row);
            sumAndSquares[0] += fall;
            sumAndSquares[1] += fall * fall;
        }
    }

    /** The tables last kept, one per shape. */
    List<double[]> tables() {
        return List.of(kept);
    }
}
