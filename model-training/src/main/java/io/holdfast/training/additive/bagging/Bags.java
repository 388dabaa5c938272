package io.holdfast.training.additive.bagging;

import io.holdfast.training.split.StratifiedDeal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Learning rows dealt to bags: bag k learns from all rows but its own and is judged by its own, so that every row is
 * out-of-bag exactly once. The engine holds rows in bag order, the rows of a bag beside each other. Immutable.
 */
public final class Bags {
    private final int[] order;
    private final int[] starts;

    private Bags(int[] order, int[] starts) {
        this.order = order;
        this.starts = starts;
    }

    /**
     * Deals rows out at random with equal shares of both classes; rows of one group go to one bag.
     *
     * @param rows of a table
     * @param positives the class of each of them
     * @param groups the group of each of them, any numbers
     * @param bags how many, 2 or more
     */
    public static Bags deal(int[] rows, boolean[] positives, int[] groups, int bags, long seed) {
        double[] shares = new double[bags];
        Arrays.fill(shares, 1.0 / bags);
        return of(rows, StratifiedDeal.parts(positives, renumbered(groups), shares, seed), bags);
    }

    /**
     * Deals rows out as told.
     *
     * @param rows of a table
     * @param bagOf the bag of each of them, from 0
     * @param bags how many, 2 or more
     */
    public static Bags of(int[] rows, int[] bagOf, int bags) {
        int[] starts = new int[bags + 1];
        for (int bag : bagOf) {
            starts[bag + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        int[] order = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            order[next[bagOf[i]]++] = rows[i];
        }
        return new Bags(order, starts);
    }

    /** By first appearance, so that rows which are not dealt leave no trace in the numbers. */
    private static int[] renumbered(int[] groups) {
        Map<Integer, Integer> numbers = new HashMap<>();
        return Arrays.stream(groups)
                .map(group -> numbers.computeIfAbsent(group, unknown -> numbers.size()))
                .toArray();
    }

    /** How many bags. */
    public int count() {
        return starts.length - 1;
    }

    /** How many rows. */
    public int rows() {
        return order.length;
    }

    /** The table's row that the engine holds at a position. */
    public int row(int position) {
        return order[position];
    }

    /** A copy of all rows in the engine's order. */
    public int[] order() {
        return order.clone();
    }

    /** The first position of a bag's own rows. */
    public int from(int bag) {
        return starts[bag];
    }

    /** The position after the last of a bag's own rows. */
    public int to(int bag) {
        return starts[bag + 1];
    }
}
