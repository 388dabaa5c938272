package io.holdfast.training.additive.trees;

import io.holdfast.training.additive.trees.GrownTree.Question;
import java.util.Arrays;
import java.util.Optional;

/**
 * Searches the one cut that, made in every leaf, has the largest sum of G^2 / (H + lambda) over the new leaves (Chen and Guestrin
 * 2016, "XGBoost", equation 7). A number is cut between two places, missing values on either side; levels are cut in the order given,
 * or one is set apart from all others.
 */
final class CutSearch {
    /** A place with less Hessian is empty: what remains of it is rounding of the subtraction. */
    private static final double EMPTY = 1e-12;

    private static final double LEAST_GAIN = 1e-9;

    private final double lambda;
    private final LeafRows rows;
    private double[] prefix = new double[0];
    private double[] apart = new double[0];
    private double best;
    private Optional<Question> found = Optional.empty();

    CutSearch(double lambda, LeafRows rows) {
        this.lambda = lambda;
        this.rows = rows;
    }

    /** Forgets what was found. */
    void start() {
        best = LEAST_GAIN;
        for (int leaf = 0; leaf < rows.leaves(); leaf++) {
            best += gain(rows.gradient(leaf), rows.hessian(leaf));
        }
        found = Optional.empty();
    }

    /** The best cut of the columns tried; empty when none gains. */
    Optional<Question> found() {
        return found;
    }

    /**
     * Tries all cuts of a column.
     *
     * @param order of its places
     * @param sums gradient and Hessian of every place of every leaf, leaf by leaf
     */
    void search(TreeColumn column, int[] order, double[] sums) {
        int size = column.size();
        boolean second = column.unordered() ? size > 2 : column.missingFirst();
        clear(size);
        for (int leaf = 0; leaf < rows.leaves(); leaf++) {
            if (rows.size(leaf) == 0) {
                continue;
            }
            int at = 2 * size * leaf;
            addPrefixes(leaf, order, sums, at, 1, prefix);
            if (second && column.unordered()) {
                addSingles(leaf, sums, at, size);
            } else if (second) {
                addPrefixes(leaf, order, sums, at, 2, apart);
            }
        }
        for (int cut = 1; cut < size; cut++) {
            if (prefix[cut] > best) {
                best = prefix[cut];
                found = Optional.of(new Question(column, after(order, cut)));
            }
        }
        for (int cut = column.unordered() ? 0 : 2; second && cut < size; cut++) {
            if (apart[cut] > best) {
                best = apart[cut];
                found = Optional.of(new Question(column, apart(column, order, cut)));
            }
        }
    }

    private void clear(int size) {
        if (prefix.length < size) {
            prefix = new double[size];
            apart = new double[size];
        }
        Arrays.fill(prefix, 0, size, 0);
        Arrays.fill(apart, 0, size, 0);
    }

    /** What the leaf gains when the places from {@code first - 1} to before the cut, in order, are parted from all others. */
    private void addPrefixes(int leaf, int[] order, double[] sums, int at, int first, double[] into) {
        double gradient = rows.gradient(leaf);
        double hessian = rows.hessian(leaf);
        double g = 0;
        double h = 0;
        double last = gain(gradient, hessian);
        for (int cut = first; cut < order.length; cut++) {
            int slot = at + 2 * order[cut - 1];
            if (sums[slot + 1] > EMPTY) {
                g += sums[slot];
                h += sums[slot + 1];
                last = gain(g, h) + gain(gradient - g, hessian - h);
            }
            into[cut] += last;
        }
    }

    private void addSingles(int leaf, double[] sums, int at, int size) {
        double gradient = rows.gradient(leaf);
        double hessian = rows.hessian(leaf);
        for (int place = 0; place < size; place++) {
            double g = sums[at + 2 * place];
            double h = sums[at + 2 * place + 1];
            apart[place] += h > EMPTY ? gain(g, h) + gain(gradient - g, hessian - h) : gain(gradient, hessian);
        }
    }

    private double gain(double gradient, double hessian) {
        return gradient * gradient / (hessian + lambda);
    }

    private static boolean[] after(int[] order, int cut) {
        boolean[] right = new boolean[order.length];
        for (int i = cut; i < order.length; i++) {
            right[order[i]] = true;
        }
        return right;
    }

    private static boolean[] apart(TreeColumn column, int[] order, int cut) {
        boolean[] right = column.unordered() ? new boolean[order.length] : after(order, cut);
        right[column.unordered() ? cut : 0] = true;
        return right;
    }
}
