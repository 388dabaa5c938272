package io.holdfast.training.additive.trees;

import io.holdfast.training.additive.boosting.Objective;

/**
 * How much trees are worth beside the tables: score = (1 - weight) x tables + weight x trees, the weight that minimises the out-of-bag
 * loss, or 0 where the loss does not fall for sure. It is doubled, up to 1: an out-of-bag score is one bag's, and averaging the bags
 * helps trees more than tables.
 *
 * @param weight 0 to 1, in steps
 * @param z mean fall of the out-of-bag loss at the best weight, before it is doubled, over its standard error
 */
record TreeMix(double weight, double z) {
    private static final int STEPS = 20;
    private static final double LEAST_SQUARES = 1e-12;

    /**
     * The weight for out-of-bag scores of all rows.
     *
     * @param needed the z below which the weight is 0
     */
    static TreeMix of(Objective objective, double[] tables, double[] trees, double needed) {
        double least = Double.POSITIVE_INFINITY;
        int best = 0;
        for (int step = 0; step <= STEPS; step++) {
            double loss = 0;
            for (int row = 0; row < tables.length; row++) {
                loss += loss(objective, tables, trees, step, row);
            }
            if (loss < least) {
                least = loss;
                best = step;
            }
        }
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < tables.length; row++) {
            double fall = loss(objective, tables, trees, 0, row) - loss(objective, tables, trees, best, row);
            sum += fall;
            squares += fall * fall;
        }
        double spread = Math.max(LEAST_SQUARES, squares - sum * sum / tables.length);
        double z = sum / StrictMath.sqrt(spread);
        return new TreeMix(z < needed ? 0 : Math.min(1, 2.0 * best / STEPS), z);
    }

    private static double loss(Objective objective, double[] tables, double[] trees, int step, int row) {
        return objective.loss(objective.state(mix(tables[row], trees[row], (double) step / STEPS)), row);
    }

    /** The mixed scores. */
    double[] mix(double[] tables, double[] trees) {
        double[] mixed = new double[tables.length];
        for (int row = 0; row < mixed.length; row++) {
            mixed[row] = mix(tables[row], trees[row], weight);
        }
        return mixed;
    }

    private static double mix(double table, double tree, double weight) {
        return (1 - weight) * table + weight * tree;
    }
}
