package io.holdfast.training.split;

import io.holdfast.training.data.TrainingTable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;

/**
 * A random split into 60 % training, 20 % validation and 20 % test rows with equal shares of leavers. Rows of one group
 * stay together. Groups are dealt out in random order, the largest first, each to the part that it brings nearest to its
 * shares; with groups of one row every part then has its shares of both classes to a row.
 */
public final class StratifiedSplit {
    private static final Part[] PARTS = {Part.TRAINING, Part.VALIDATION, Part.TEST};
    private static final double[] SHARES = {0.6, 0.2, 0.2};
    private static final int CLASSES = 2;

    private StratifiedSplit() {}

    /** The split of a table; dates do not matter. */
    public static Split of(TrainingTable table, long seed) {
        return of(table.positives(), table.groups(), seed);
    }

    static Split of(boolean[] positives, int[] groups, long seed) {
        int[][] counts = counts(positives, groups);
        int[] all = {0, 0};
        for (int[] count : counts) {
            all[0] += count[0];
            all[1] += count[1];
        }
        double[][] lacking = new double[PARTS.length][CLASSES];
        for (int p = 0; p < PARTS.length; p++) {
            for (int c = 0; c < CLASSES; c++) {
                lacking[p][c] = SHARES[p] * all[c];
            }
        }
        Part[] partOfGroup = new Part[counts.length];
        for (int group : order(counts, seed)) {
            int p = neediest(lacking, counts[group], all);
            partOfGroup[group] = PARTS[p];
            lacking[p][0] -= counts[group][0];
            lacking[p][1] -= counts[group][1];
        }
        Part[] parts = new Part[groups.length];
        Arrays.setAll(parts, row -> partOfGroup[groups[row]]);
        return new Split(parts);
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
        for (int p = 0; p < PARTS.length; p++) {
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
