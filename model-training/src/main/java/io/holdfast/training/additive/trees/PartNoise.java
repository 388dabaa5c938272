package io.holdfast.training.additive.trees;

import io.holdfast.training.additive.bagging.Bags;
import io.holdfast.training.additive.boosting.Bagged;
import io.holdfast.training.additive.boosting.Objective;
import io.holdfast.training.additive.boosting.Shape;
import io.holdfast.training.additive.boosting.Stage;
import java.util.Arrays;
import java.util.List;

/**
 * By how much the parts of an out-of-bag score, which is one bag's, scatter more than those of the mean of all bags, which is what is published: the covariances of the parts between
 * bags, times 1 - 1 / bags. Averaging helps trees more than tables, and a regression on out-of-bag scores would not know it (attenuation: Fuller 1987, "Measurement error models",
 * section 1.1). Of a row, the bags that learned from it are compared.
 */
final class PartNoise {
    private static final int PARTS = 3;

    /** Rows handled at a time. */
    private static final int BLOCK = 4096;

    private final Bagged bagged;
    private final Stage mains;
    private final boolean known;
    private final List<BagTrees> trees;
    private final int[] cells = new int[BLOCK];
    private final double[][] values = new double[PARTS][BLOCK];
    private final double[][] sums = new double[PARTS][BLOCK];
    private final double[][][] products = new double[PARTS][PARTS][BLOCK];

    /**
     * Of the parts of every bag.
     *
     * @param mains the columns' own tables
     * @param known whether the bags hold them
     * @param trees of every bag
     */
    PartNoise(Bagged bagged, Stage mains, boolean known, List<BagTrees> trees) {
        this.bagged = bagged;
        this.mains = mains;
        this.known = known;
        this.trees = trees;
    }

    /**
     * The covariances, summed over rows by the Hessian of each; zero where there are fewer than three bags.
     *
     * @param scores of all rows, at which the Hessians are taken
     */
    double[][] of(double[] scores) {
        double[][] noise = new double[PARTS][PARTS];
        double[] states = Arrays.stream(scores).map(bagged.objective()::state).toArray();
        double[] gradients = new double[BLOCK];
        double[] hessians = new double[BLOCK];
        for (int at = 0; at < scores.length && trees.size() > 2; at += BLOCK) {
            int count = Math.min(BLOCK, scores.length - at);
            bagged.objective().derivatives(states, at, count, gradients, hessians);
            sumUp(at, count);
            addCovariances(count, hessians, noise);
        }
        return noise;
    }

    /** Sums and products of the parts over the bags that learned from a row. */
    private void sumUp(int from, int count) {
        Bags bags = bagged.bags();
        for (int p = 0; p < PARTS; p++) {
            Arrays.fill(sums[p], 0);
            for (int q = 0; q <= p; q++) {
                Arrays.fill(products[p][q], 0);
            }
        }
        for (int bag = 0; bag < bags.count(); bag++) {
            read(bag, from, count);
            for (int i = 0; i < count; i++) {
                if (from + i < bags.from(bag) || from + i >= bags.to(bag)) {
                    add(i);
                }
            }
        }
    }

    private void addCovariances(int count, double[] hessians, double[][] noise) {
        int others = trees.size() - 1;
        double share = 1 - 1.0 / trees.size();
        for (int p = 0; p < PARTS; p++) {
            for (int q = 0; q <= p; q++) {
                double sum = 0;
                for (int i = 0; i < count; i++) {
                    sum += hessians[i] * (products[p][q][i] - sums[p][i] * sums[q][i] / others) / (others - 1);
                }
                noise[p][q] += share * sum;
                noise[q][p] = noise[p][q];
            }
        }
    }

    private void add(int i) {
        for (int p = 0; p < PARTS; p++) {
            sums[p][i] += values[p][i];
            for (int q = 0; q <= p; q++) {
                products[p][q][i] += values[p][i] * values[q][i];
            }
        }
    }

    /** What the parts of a bag say of rows: columns alone, pairs and triples, trees. */
    private void read(int bag, int from, int count) {
        Objective objective = bagged.objective();
        double start = objective.start();
        double[] alone = values[0];
        Arrays.fill(alone, 0);
        for (int s = 0; known && s < mains.shapes().size(); s++) {
            Shape shape = mains.shapes().get(s);
            double[] table = mains.tables().get(bag).get(s);
            shape.read(bag, from, count, cells);
            for (int i = 0; i < count; i++) {
                alone[i] += table[cells[i]];
            }
        }
        double[] tables = bagged.states(bag);
        for (int i = 0; i < count; i++) {
            values[1][i] = objective.score(tables[from + i]) - start - alone[i];
        }
        trees.get(bag).readScores(from, count, values[2]);
        for (int i = 0; i < count; i++) {
            values[2][i] -= start;
        }
    }
}
