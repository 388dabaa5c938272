package io.holdfast.training.profit;

import java.util.Arrays;

/**
 * The expected maximum profit of a retention campaign by Verbraken, Verbeke and Baesens (2013), "A novel profit maximizing metric for
 * measuring classification performance of customer churn prediction models", IEEE TKDE 25(5), 961-973: every customer is worth the same,
 * the save rate is not known but follows a beta distribution, and for each save rate the best share of the list is contacted.
 *
 * @param profit expected, per customer of the list, in the unit of the value; 0 or more
 * @param share of the list that is contacted, in expectation; 0 to 1
 */
public record Empc(double profit, double share) {
    /** What a kept customer is worth. */
    static final double VALUE = 200;

    /** What a contact costs. */
    static final double CONTACT_COST = 1;

    /** What the accepted offer costs. */
    static final double OFFER_COST = 10;

    private static final WholeBeta SAVE_RATE = new WholeBeta(6, 14);

    /** The mean of the beta distribution. */
    static final double MEAN_SAVE_RATE = SAVE_RATE.mean();

    private static final Parameters STANDARD = new Parameters(VALUE, CONTACT_COST, OFFER_COST, SAVE_RATE);

    /**
     * What is assumed of the campaign.
     *
     * @param value of a kept customer, above the offer's cost
     * @param contactCost 0 or more
     * @param offerCost 0 or more
     * @param saveRate as it may turn out
     */
    record Parameters(double value, double contactCost, double offerCost, WholeBeta saveRate) {}

    /**
     * With the parameters of the paper: value 200, offer 10, contact 1, save rate Beta(6, 14).
     *
     * @param contacted how many customers stand, by weight, at or above each threshold, ascending from 0
     * @param leavers how many of them leave
     * @return NaN where all are of one class
     */
    static Empc of(double[] contacted, double[] leavers) {
        return of(contacted, leavers, STANDARD);
    }

    static Empc of(double[] contacted, double[] leavers, Parameters campaign) {
        double all = contacted[contacted.length - 1];
        double positives = leavers[leavers.length - 1];
        if (positives == 0 || positives == all) {
            return new Empc(Double.NaN, Double.NaN);
        }
        int[] hull = hull(contacted, leavers);
        double saved = campaign.value() - campaign.offerCost();
        double profit = 0;
        double share = 0;
        double from = 0;
        double belowFrom = 0;
        double meanBelowFrom = 0;
        // Along the hull a higher save rate makes it pay to contact more, so every corner is best between two save
        // rates.
        for (int i = 0; i < hull.length && from < 1; i++) {
            double to = i + 1 < hull.length ? breakEven(contacted, leavers, hull[i], hull[i + 1], campaign) : 1;
            to = Math.min(1, Math.max(from, to));
            double below = campaign.saveRate().below(to);
            double meanBelow = campaign.saveRate().meanBelow(to);
            double weight = below - belowFrom;
            double rate = meanBelow - meanBelowFrom;
            double stayers = contacted[hull[i]] - leavers[hull[i]];
            double cost = campaign.contactCost() * leavers[hull[i]]
                    + (campaign.contactCost() + campaign.offerCost()) * stayers;
            profit += saved * leavers[hull[i]] * rate - cost * weight;
            share += contacted[hull[i]] / all * weight;
            from = to;
            belowFrom = below;
            meanBelowFrom = meanBelow;
        }
        return new Empc(profit / all, share);
    }

    /** The save rate from which on the farther corner pays more than the nearer. */
    private static double breakEven(double[] contacted, double[] leavers, int near, int far, Parameters campaign) {
        double left = leavers[far] - leavers[near];
        double stayed = contacted[far] - contacted[near] - left;
        if (left == 0) {
            return 1;
        }
        double cost = (campaign.contactCost() + campaign.offerCost()) * stayed + campaign.contactCost() * left;
        return cost / ((campaign.value() - campaign.offerCost()) * left);
    }

    /** The corners of the convex hull of the ROC curve, by ascending number of contacted. */
    private static int[] hull(double[] contacted, double[] leavers) {
        int[] kept = new int[contacted.length];
        int size = 0;
        for (int corner = 0; corner < contacted.length; corner++) {
            if (corner > 0 && contacted[corner] == contacted[corner - 1]) {
                continue;
            }
            while (size >= 2 && !bends(contacted, leavers, kept[size - 2], kept[size - 1], corner)) {
                size--;
            }
            kept[size++] = corner;
        }
        return Arrays.copyOf(kept, size);
    }

    /** Whether the middle corner lies above the line between the others. */
    private static boolean bends(double[] contacted, double[] leavers, int left, int middle, int right) {
        return (leavers[middle] - leavers[left]) * (contacted[right] - contacted[left])
                > (leavers[right] - leavers[left]) * (contacted[middle] - contacted[left]);
    }
}
