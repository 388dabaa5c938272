package io.holdfast.training.split;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;

/**
 * Deals rows out to lots of given shares, with equal shares of leavers. Rows of one group stay together. Groups are dealt in
 * random order, the largest first, each to the lot that it brings nearest to its shares; with groups of one row every lot then
 * has its shares of both classes to a row.
 */
public final class Dealing {
    private static final int CLASSES = 2;

    private Dealing() {}

    /**
     * The lot of every row.
     *
     * @param positives whether the row is a leaver's
     * @param groups a number per row, 0 or more, equal where rows belong together
     * @param shares of the lots, summing to 1
     */
    public static int[] deal(boolean[] positives, int[] groups, double[] shares, long seed) {
        int[][] counts = counts(positives, groups);
        int[] all = {0, 0};
        for (int[] count : counts) {
            all[0] += count[0];
            all[1] += count[1];
        }
        double[][] lacking = new double[shares.length][CLASSES];
        for (int lot = 0; lot < shares.length; lot++) {
            for (int c = 0; c < CLASSES; c++) {
                lacking[lot][c] = shares[lot] * all[c];
            }
        }
        int[] lotOfGroup = new int[counts.length];
        for (int group : order(counts, seed)) {
            int lot = neediest(lacking, counts[group], all);
            lotOfGroup[group] = lot;
            lacking[lot][0] -= counts[group][0];
            lacking[lot][1] -= counts[group][1];
        }
        return Arrays.stream(groups).map(group -> lotOfGroup[group]).toArray();
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

    /** The lot in which the group lessens the squared lack of rows most, each class measured by its size. */
    private static int neediest(double[][] lacking, int[] count, int[] all) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int lot = 0; lot < lacking.length; lot++) {
            double gain = 0;
            for (int c = 0; c < CLASSES; c++) {
                if (all[c] > 0) {
                    gain += count[c] * (2 * lacking[lot][c] - count[c]) / ((double) all[c] * all[c]);
                }
            }
            if (gain > most) {
                most = gain;
                best = lot;
            }
        }
        return best;
    }
}
