package io.holdfast.training.additive.boosting;

import java.util.List;

/** Fits the small tree that belongs to a table: one cut for one column, four leaves for two, eight for three. */
public final class TreeFit {
    private final MainTree main;

    TreeFit(LeafRule rule, List<Shape> shapes) {
        int most = shapes.stream().mapToInt(Shape::cells).max().orElse(0);
        this.main = new MainTree(rule, most);
    }

    double fit(Shape shape, double[] sums, int[] rows, Leaves leaves) {
        return main.fit(shape.axes().get(0), sums, rows, leaves);
    }
}
