package io.holdfast.training.split;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;

/**
 * Deals rows out at random to parts of given shares, with equal shares of both classes. Rows of one group stay together:
 * groups are dealt in random order, the largest first, each to the part that it brings nearest to its shares; with groups
 * of one row every part then has its shares of both classes to a row.
 */
public final class StratifiedDeal {
    private static final int CLASSES = 2;

    private StratifiedDeal() {}

    /**
     * The part of every row.
     *
     * @param positives the class of every row
     * @param groups the group of every row, from 0, in the same order
     * @param shares of the parts, summing to 1
     */
    public static int[] parts(boolean[] positives, int[] groups, double[] shares, long seed) {
        int[][] counts = counts(positives, groups);
        int[] all = {0, 0};
        for (int[] count : counts) {
            all[0] += count[0];
            all[1] += count[1];
        }
        double[][] lacking = new double[shares.length][CLASSES];
        for (int p = 0; p < shares.length; p++) {
            for (int c = 0; c < CLASSES; c++) {
                lacking[p][c] = shares[p] * all[c];
            }
        }
        int[] partOfGroup = new int[counts.length];
        for (int group : order(counts, seed)) {
            int p = neediest(lacking, counts[group], all);
            partOfGroup[group] = p;
            lacking[p][0] -= counts[group][0];
            lacking[p][1] -= counts[group][1];
        }
        return Arrays.stream(groups).map(group -> partOfGroup[group]).toArray();
    }

    /** Stayers and leavers per group. */
    private static int[][] counts(boolean[] positives, int[] groups) {
        int[][] counts = new int[Arrays.stream(groups).max().orElse(-1) + 1][CLASSES];
        for (int row = 0; row < groups.length; row++) {
            counts[groups[row]][positives[row] ? 1 : 0]++;
        }
        return counts;
    }

    /** Groups in random order (Fisher and Yates), then the largest first; equally large ones stay in random order. */
    private static int[] order(int[][] counts, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Integer[] order = new Integer[counts.length];
        Arrays.setAll(order, group -> group);
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            Integer swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        Arrays.sort(order, Comparator.comparingInt(group -> -(counts[group][0] + counts[group][1])));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    /** The part in which the group lessens the squared lack of rows most, each class measured by its size. */
    private static int neediest(double[][] lacking, int[] count, int[] all) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int p = 0; p < lacking.length; p++) {
            double gain = 0;
            for (int c = 0; c < CLASSES; c++) {
                if (all[c] > 0) {
                    gain += count[c] * (2 * lacking[p][c] - count[c]) / ((double) all[c] * all[c]);
                }
            }
            if (gain > most) {
                most = gain;
                best = p;
            }
        }
        return best;
    }
}
