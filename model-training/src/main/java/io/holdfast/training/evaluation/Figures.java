package io.holdfast.training.evaluation;

import java.util.Arrays;

/**
 * The measures of some rows without intervals; {@link Metrics} says what each is.
 *
 * @param rocAuc 0 to 1
 * @param prAuc 0 to 1
 * @param logLoss nats, 0 or more
 * @param brier 0 to 1
 * @param ece 0 to 1
 * @param topDecileLift 0 or more
 */
public record Figures(double rocAuc, double prAuc, double logLoss, double brier, double ece, double topDecileLift) {
    /**
     * Measures rows.
     *
     * @param probabilities of leaving, each within 0..1
     * @param positives whether the customer left, in the same order; both kinds must occur
     */
    public static Figures of(double[] probabilities, boolean[] positives) {
        RankedRows rows = RankedRows.of(probabilities, positives);
        if (rows.oneClass()) {
            throw new IllegalArgumentException("positives: all equal (expected: leavers and stayers)");
        }
        int[] once = new int[rows.size()];
        Arrays.fill(once, 1);
        double[] found = new Statistics(rows).of(once);
        int top = Statistics.topDecile();
        double customers = Statistics.customers(Statistics.share(top), rows.size());
        return new Figures(
                found[Statistic.ROC_AUC.place()],
                found[Statistic.PR_AUC.place()],
                found[Statistic.LOG_LOSS.place()],
                found[Statistic.BRIER.place()],
                found[Statistic.ECE.place()],
                found[Statistics.captured(top)] * rows.size() / customers);
    }
}
