package io.holdfast.training.additive.boosting;

import java.util.Arrays;

/** A small tree over the cells of one table: the leaf of every cell and the value of every leaf. Leaf 0 changes nothing. */
final class Leaves {
    private static final int MOST = 16;

    private final byte[] leafOf;
    private final double[] values = new double[MOST];
    private int count;
    private int cells;

    /** @param mostCells of the tables it will serve */
    Leaves(int mostCells) {
        leafOf = new byte[mostCells];
        clear(0);
    }

    /** Makes it a tree of leaf 0 alone. */
    void clear(int size) {
        cells = size;
        Arrays.fill(leafOf, 0, size, (byte) 0);
        values[0] = 0;
        count = 1;
    }

    /** A new leaf. */
    int add(double value) {
        values[count] = value;
        return count++;
    }

    void put(int cell, int leaf) {
        leafOf[cell] = (byte) leaf;
    }

    double value(int cell) {
        return values[leafOf[cell]];
    }

    /** Whether it changes nothing. */
    boolean isEmpty() {
        return count == 1;
    }

    /** Adds the share of every leaf's value to the cells of a table. */
    void addTo(double[] table, double share) {
        double[] steps = new double[count];
        Arrays.setAll(steps, leaf -> share * values[leaf]);
        for (int cell = 0; cell < cells; cell++) {
            table[cell] += steps[leafOf[cell]];
        }
    }

    /** What the share of every leaf's value does to the state of a row in each cell. */
    void factors(Objective objective, double share, double[] into) {
        double[] factors = new double[count];
        Arrays.setAll(factors, leaf -> objective.factor(share * values[leaf]));
        for (int cell = 0; cell < cells; cell++) {
            into[cell] = factors[leafOf[cell]];
        }
    }
}
