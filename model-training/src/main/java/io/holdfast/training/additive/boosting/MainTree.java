package io.holdfast.training.additive.boosting;

import io.holdfast.scoring.model.Coding;

/**
 * The best cut of one column, and where more than two leaves are wanted, further cuts of the part that gains most. A number's missing values are a leaf of their own; a category's levels are sorted by
 * their Newton step first, after which the best cut in two groups is a cut of the sequence (Fisher 1958, "On grouping for
 * maximum homogeneity").
 */
final class MainTree {
    /** Added to the Hessian of a level when levels are sorted, so that small levels come to stand in the middle. */
    private static final double SORT_SMOOTHING = 1;

    private static final double LEAST_GAIN = 1e-9;

    private final LeafRule rule;
    private final int[] sequence;
    private final double[] keys;
    private final double[] gradients;
    private final double[] hessians;
    private final int[] counts;
    private final int mostLeaves;
    private final int[] starts;
    private final int[] ends;
    private final int[] cuts;
    private final double[] cutGains;

    MainTree(LeafRule rule, int mostCells, int mostLeaves) {
        this.rule = rule;
        this.mostLeaves = mostLeaves;
        this.sequence = new int[mostCells];
        this.keys = new double[mostCells];
        this.gradients = new double[mostCells + 1];
        this.hessians = new double[mostCells + 1];
        this.counts = new int[mostCells + 1];
        this.starts = new int[mostLeaves];
        this.ends = new int[mostLeaves];
        this.cuts = new int[mostLeaves];
        this.cutGains = new double[mostLeaves];
    }

    /**
     * Fits the tree.
     *
     * @param sums negative gradient and Hessian of every cell
     * @param rows of every cell
     * @return the gain of the tree over no tree; 0 when there is none
     */
    double fit(Axis axis, double[] sums, int[] rows, Leaves leaves) {
        leaves.clear(axis.size());
        boolean ordered = axis.column().ordered();
        int length = ordered ? ownCells(axis.size(), rows) : sorted(axis.size(), sums, rows);
        double gain = split(length, sums, rows, axis.direction(), leaves);
        return ordered ? gain + apart(sums, rows, gradients[length], hessians[length], counts[length], leaves) : gain;
    }

    private int ownCells(int size, int[] rows) {
        int length = 0;
        for (int cell = Coding.FIRST; cell < size; cell++) {
            if (rows[cell] > 0) {
                sequence[length++] = cell;
            }
        }
        return length;
    }

    private int sorted(int size, double[] sums, int[] rows) {
        int length = 0;
        for (int cell = 0; cell < size; cell++) {
            if (rows[cell] == 0) {
                continue;
            }
            keys[cell] = sums[2 * cell] / (sums[2 * cell + 1] + SORT_SMOOTHING);
            int place = length++;
            while (place > 0 && keys[sequence[place - 1]] > keys[cell]) {
                sequence[place] = sequence[place - 1];
                place--;
            }
            sequence[place] = cell;
        }
        return length;
    }

    /** Cuts, up to the number of leaves, the part that gains most by it; once where a direction must be kept. */
    private double split(int length, double[] sums, int[] rows, int direction, Leaves leaves) {
        prefix(length, sums, rows);
        int most = direction == 0 ? mostLeaves : 2;
        starts[0] = 0;
        ends[0] = length;
        findCut(0, direction);
        double gain = 0;
        int parts = 1;
        while (parts < most) {
            int best = 0;
            for (int part = 1; part < parts; part++) {
                best = cutGains[part] > cutGains[best] ? part : best;
            }
            if (cutGains[best] <= 0) {
                break;
            }
            gain += cutGains[best];
            starts[parts] = cuts[best];
            ends[parts] = ends[best];
            ends[best] = cuts[best];
            findCut(best, direction);
            findCut(parts++, direction);
        }
        for (int part = 0; part < parts && parts > 1; part++) {
            int from = starts[part];
            int to = ends[part];
            int leaf = leaves.add(rule.value(gradients[to] - gradients[from], hessians[to] - hessians[from]));
            for (int i = from; i < to; i++) {
                leaves.put(sequence[i], leaf);
            }
        }
        return gain;
    }

    private void prefix(int length, double[] sums, int[] rows) {
        for (int i = 0; i < length; i++) {
            int cell = sequence[i];
            gradients[i + 1] = gradients[i] + sums[2 * cell];
            hessians[i + 1] = hessians[i] + sums[2 * cell + 1];
            counts[i + 1] = counts[i] + rows[cell];
        }
    }

    /** Finds the best cut of a part and what it gains; 0 where there is none. */
    private void findCut(int part, int direction) {
        int from = starts[part];
        int to = ends[part];
        double gradient = gradients[to] - gradients[from];
        double hessian = hessians[to] - hessians[from];
        double whole = rule.gain(gradient, hessian);
        double best = whole + LEAST_GAIN;
        cutGains[part] = 0;
        for (int i = from + 1; i < to; i++) {
            if (counts[i] - counts[from] < rule.leastRows()) {
                continue;
            }
            if (counts[to] - counts[i] < rule.leastRows()) {
                break;
            }
            double g = gradients[i] - gradients[from];
            double h = hessians[i] - hessians[from];
            double gain = rule.gain(g, h) + rule.gain(gradient - g, hessian - h);
            if (gain > best && direction * (rule.value(gradient - g, hessian - h) - rule.value(g, h)) >= 0) {
                best = gain;
                cuts[part] = i;
                cutGains[part] = gain - whole;
            }
        }
    }

    /** Leaves of their own for missing and for rare values of an ordered column; what that gains over one leaf for all. */
    private double apart(double[] sums, int[] rows, double gradient, double hessian, int known, Leaves leaves) {
        double gain = known > 0 ? rule.gain(gradient, hessian) : 0;
        double allGradient = gradient;
        double allHessian = hessian;
        boolean any = false;
        for (int cell = 0; cell < Coding.FIRST; cell++) {
            if (rows[cell] < rule.leastRows()) {
                continue;
            }
            leaves.put(cell, leaves.add(rule.value(sums[2 * cell], sums[2 * cell + 1])));
            gain += rule.gain(sums[2 * cell], sums[2 * cell + 1]);
            allGradient += sums[2 * cell];
            allHessian += sums[2 * cell + 1];
            any = true;
        }
        return any ? gain - rule.gain(allGradient, allHessian) : 0;
    }
}
