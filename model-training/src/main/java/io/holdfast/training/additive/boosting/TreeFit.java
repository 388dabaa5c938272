package io.holdfast.training.additive.boosting;

import java.util.List;

/**
 * Fits the small tree that belongs to a table: a few leaves for one column, four leaves for two, eight for three. Holds the
 * scratch space, so one thread at a time may use it.
 */
public final class TreeFit {
    private static final int COLUMNS_OF_PAIR = 2;

    private final MainTree main;
    private final PairCut pair;
    private final Grid grid;
    private final TripleCut triple;
    private final Leaves leaves;

    /** @param shapes of the tables it will serve */
    public TreeFit(BoostingSettings settings, Objective objective, List<Shape> shapes) {
        LeafRule rule = LeafRule.of(settings, objective);
        int cells = shapes.stream().mapToInt(Shape::cells).max().orElse(0);
        int room = shapes.stream().mapToInt(TreeFit::room).max().orElse(0);
        this.main = new MainTree(rule, cells, settings.leaves());
        this.pair = new PairCut(rule);
        this.grid = new Grid(room);
        this.triple = new TripleCut(rule, room);
        this.leaves = new Leaves(cells);
    }

    /** The largest grid of two of its sides. */
    private static int room(Shape shape) {
        int most = 0;
        for (Axis one : shape.axes()) {
            for (Axis other : shape.axes()) {
                most = Math.max(most, Grid.room(one.size(), other.size()));
            }
        }
        return most;
    }

    /**
     * Fits a tree, after which {@link #leaves()} holds it.
     *
     * @param sums negative gradient and Hessian of every cell
     * @param rows of every cell
     * @return its gain over one leaf; 0 when there is none
     */
    double fit(Shape shape, double[] sums, int[] rows) {
        List<Axis> axes = shape.axes();
        if (axes.size() == 1) {
            return main.fit(axes.get(0), sums, rows, leaves);
        }
        if (axes.size() > COLUMNS_OF_PAIR) {
            return triple.fit(axes.stream().mapToInt(Axis::size).toArray(), sums, rows, leaves);
        }
        leaves.clear(shape.cells());
        int width = axes.get(1).size();
        grid.clear(axes.get(0).size(), width);
        grid.add(sums, rows, 0, width, 1);
        pair.search(grid, axes.get(0).direction(), axes.get(1).direction());
        if (!pair.found()) {
            return 0;
        }
        pair.put(grid, pair.addLeaves(grid, leaves), leaves, 0, width, 1);
        return pair.gain() - pair.gainOfOneLeaf(grid);
    }

    /**
     * Fits a tree to some rows and says what a full step along it gains on others, to second order.
     *
     * @param heldOut negative gradient and Hessian of every cell over the other rows
     */
    public double heldOutGain(Shape shape, double[] sums, int[] rows, double[] heldOut) {
        fit(shape, sums, rows);
        double gain = 0;
        for (int cell = 0; cell < shape.cells(); cell++) {
            double step = leaves.value(cell);
            gain += step * heldOut[2 * cell] - step * step * heldOut[2 * cell + 1] / 2;
        }
        return gain;
    }

    /** The tree fitted last. */
    Leaves leaves() {
        return leaves;
    }
}
