package io.holdfast.training.additive.trees;

import io.holdfast.training.additive.bagging.Bags;
import io.holdfast.training.additive.boosting.Bagged;
import io.holdfast.training.additive.boosting.Stage;
import java.util.Arrays;

/**
 * What the parts of a score say of every row, by the bag that did not learn from it.
 *
 * @param start the score that the parts are added to
 * @param mains what the columns' own tables say
 * @param interactions what pairs and triples say
 * @param trees what the trees say, with the share of the columns' own tables they began with
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PartScores(double start, double[] mains, double[] interactions, double[] trees) {
    /** Where nothing is learned, the difference of two ways to the same score is of this size. */
    private static final double NOTHING = 1e-9;

    /**
     * The parts of tables and trees.
     *
     * @param mains the columns' own tables, if the bags hold them
     * @param treeScores the scores of trees that begin with a share of the columns' own tables
     */
    static PartScores of(Bagged bagged, Stage mains, boolean known, double[] treeScores) {
        double start = bagged.objective().start();
        double[] alone = known ? outOfBag(mains, bagged.bags()) : new double[treeScores.length];
        double[] tables = bagged.outOfBagScores();
        double[] interactions = new double[alone.length];
        double[] trees = new double[alone.length];
        boolean any = false;
        for (int row = 0; row < alone.length; row++) {
            interactions[row] = tables[row] - start - alone[row];
            any |= Math.abs(interactions[row]) > NOTHING;
            trees[row] = treeScores[row] - start;
        }
        return new PartScores(start, alone, any ? interactions : new double[alone.length], trees);
    }

    private static double[] outOfBag(Stage mains, Bags bags) {
        double[] sums = new double[bags.rows()];
        for (int bag = 0; bag < bags.count(); bag++) {
            int from = bags.from(bag);
            int[] cells = new int[bags.to(bag) - from];
            for (int s = 0; s < mains.shapes().size(); s++) {
                mains.shapes().get(s).read(bag, from, cells.length, cells);
                double[] table = mains.tables().get(bag).get(s);
                for (int i = 0; i < cells.length; i++) {
                    sums[from + i] += table[cells[i]];
                }
            }
        }
        return sums;
    }

    /** The parts, in the order of their weights. */
    double[][] parts() {
        return new double[][] {mains, interactions, trees};
    }

    /** The scores of all rows with these weights. */
    double[] weighed(PartWeights weights) {
        double[] scores = new double[mains.length];
        Arrays.setAll(
                scores,
                row -> start
                        + weights.intercept()
                        + weights.mains() * mains[row]
                        + weights.interactions() * interactions[row]
                        + weights.trees() * trees[row]);
        return scores;
    }
}
