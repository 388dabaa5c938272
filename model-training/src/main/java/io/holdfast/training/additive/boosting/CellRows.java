package io.holdfast.training.additive.boosting;

import io.holdfast.training.additive.bagging.Bags;

/** Counts rows by cell. */
final class CellRows {
    private CellRows() {}

    /** How many rows that a bag learns from each cell of a shape holds. */
    static int[] of(Shape shape, Bags bags, int bag, int[] buffer) {
        int[] rows = new int[shape.cells()];
        count(shape, bag, 0, bags.from(bag), buffer, rows);
        count(shape, bag, bags.to(bag), bags.rows(), buffer, rows);
        return rows;
    }

    private static void count(Shape shape, int bag, int from, int to, int[] buffer, int[] rows) {
        for (int at = from; at < to; at += buffer.length) {
            int count = Math.min(buffer.length, to - at);
            shape.read(bag, at, count, buffer);
            for (int i = 0; i < count; i++) {
                rows[buffer[i]]++;
            }
        }
    }
}
