package io.holdfast.training.additive.boosting;

import io.holdfast.scoring.model.Coding;

/**
 * The best single cut of one column. A number's missing values are a leaf of their own; a category's levels are sorted by
 * their Newton step first, after which the best cut of two groups is a cut of the sequence (Fisher 1958, "On grouping for
 * maximum homogeneity").
 */
final class MainTree {
    /** Added to the Hessian of a level when levels are sorted, so that small levels come to stand in the middle. */
    private static final double SORT_SMOOTHING = 1;

    private static final double LEAST_GAIN = 1e-9;

    private final LeafRule rule;
    private final int[] sequence;
    private final double[] keys;

    MainTree(LeafRule rule, int mostCells) {
        this.rule = rule;
        this.sequence = new int[mostCells];
        this.keys = new double[mostCells];
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
        double gradient = 0;
        double hessian = 0;
        int known = 0;
        for (int i = 0; i < length; i++) {
            gradient += sums[2 * sequence[i]];
            hessian += sums[2 * sequence[i] + 1];
            known += rows[sequence[i]];
        }
        double gain = split(length, sums, rows, gradient, hessian, known, axis.direction(), leaves);
        return ordered ? gain + apart(sums, rows, gradient, hessian, known, leaves) : gain;
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

    private double split(
            int length,
            double[] sums,
            int[] rows,
            double gradient,
            double hessian,
            int known,
            int direction,
            Leaves leaves) {
        double best = rule.gain(gradient, hessian) + LEAST_GAIN;
        int cut = 0;
        double cutGradient = 0;
        double cutHessian = 0;
        double g = 0;
        double h = 0;
        int n = 0;
        for (int i = 1; i < length; i++) {
            int cell = sequence[i - 1];
            g += sums[2 * cell];
            h += sums[2 * cell + 1];
            n += rows[cell];
            if (n < rule.leastRows()) {
                continue;
            }
            if (known - n < rule.leastRows()) {
                break;
            }
            double gain = rule.gain(g, h) + rule.gain(gradient - g, hessian - h);
            if (gain > best && direction * (rule.value(gradient - g, hessian - h) - rule.value(g, h)) >= 0) {
                best = gain;
                cut = i;
                cutGradient = g;
                cutHessian = h;
            }
        }
        if (cut == 0) {
            return 0;
        }
        int low = leaves.add(rule.value(cutGradient, cutHessian));
        int high = leaves.add(rule.value(gradient - cutGradient, hessian - cutHessian));
        for (int i = 0; i < length; i++) {
            leaves.put(sequence[i], i < cut ? low : high);
        }
        return best - rule.gain(gradient, hessian);
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
