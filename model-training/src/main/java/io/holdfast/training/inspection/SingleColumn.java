package io.holdfast.training.inspection;

import io.holdfast.training.evaluation.RocAuc;
import java.util.Arrays;

/** How well one column alone tells leavers from stayers, on rows the telling was not learned from. */
final class SingleColumn {
    private static final int FOLDS = 5;

    /** Bins of a number, of equally many rows. */
    private static final int BINS = 64;

    /** Rows of the base rate that every level starts with, so that rare levels say little. */
    private static final double PRIOR = 2;

    private final boolean[] positives;
    private final int[] folds;

    SingleColumn(boolean[] positives, long seed) {
        this.positives = positives;
        folds = folds(positives, seed);
    }

    /** Deals each class to the folds in turn, in random order. */
    private static int[] folds(boolean[] positives, long seed) {
        int[] order = new int[positives.length];
        Arrays.setAll(order, row -> row);
        new Lots(seed).shuffle(order);
        int[] folds = new int[positives.length];
        int[] dealt = new int[2];
        for (int row : order) {
            int of = positives[row] ? 1 : 0;
            folds[row] = dealt[of]++ % FOLDS;
        }
        return folds;
    }

    /** The bin of each row: for a number one of equally many rows, for a word its own, 0 for missing. */
    static int[] bins(CodedColumn column) {
        int[] bins = new int[column.codes().length];
        for (int row = 0; row < bins.length; row++) {
            int code = column.codes()[row];
            boolean coarse = column.ordered() && column.distinct() > BINS && code > 0;
            bins[row] = coarse ? 1 + (code - 1) * BINS / Ranks.HIGHEST : code;
        }
        return bins;
    }

    /** ROC AUC of the rate of leavers in the row's bin, learned on the other folds. */
    double outOfFold(CodedColumn column) {
        int[] bins = bins(column);
        int most = Arrays.stream(bins).max().orElse(0) + 1;
        int[] rows = new int[FOLDS * most];
        int[] leavers = new int[FOLDS * most];
        int[] allRows = new int[most];
        int[] allLeavers = new int[most];
        int total = 0;
        for (int row = 0; row < bins.length; row++) {
            int left = positives[row] ? 1 : 0;
            rows[folds[row] * most + bins[row]]++;
            leavers[folds[row] * most + bins[row]] += left;
            allRows[bins[row]]++;
            allLeavers[bins[row]] += left;
            total += left;
        }
        double base = (double) total / bins.length;
        double[] rates = new double[bins.length];
        for (int row = 0; row < bins.length; row++) {
            int own = folds[row] * most + bins[row];
            double others = allRows[bins[row]] - rows[own];
            rates[row] = (allLeavers[bins[row]] - leavers[own] + PRIOR * base) / (others + PRIOR);
        }
        return RocAuc.of(rates, positives).orElse(.5);
    }

    /** ROC AUC of the values themselves, whichever way they point; .5 for words. A missing cell counts as the lowest value. */
    double ranked(CodedColumn column) {
        if (!column.ordered()) {
            return .5;
        }
        double[] codes = new double[column.codes().length];
        Arrays.setAll(codes, row -> column.codes()[row]);
        double auc = RocAuc.of(codes, positives).orElse(.5);
        return Math.max(auc, 1 - auc);
    }

    /** ROC AUC of whether the cell is missing, whichever way it points. */
    double missingness(CodedColumn column) {
        if (!column.gaps()) {
            return .5;
        }
        long[] rows = new long[2];
        long[] missing = new long[2];
        for (int row = 0; row < positives.length; row++) {
            int of = positives[row] ? 1 : 0;
            rows[of]++;
            missing[of] += column.codes()[row] == 0 ? 1 : 0;
        }
        double difference = (double) missing[1] / rows[1] - (double) missing[0] / rows[0];
        return .5 + Math.abs(difference) / 2;
    }
}
