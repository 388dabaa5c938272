package io.holdfast.features.value;

import java.util.Optional;

/** What is expected of each customer, by column, in the order of the histories. */
public final class ValueScores {
    private final double[] alive;
    private final double[] noPurchase;
    private final double[] purchases;
    private final int[] daysSincePurchase;
    private final Optional<double[]> spend;
    private final Optional<double[]> lifetimeValue;

    ValueScores(
            double[] alive,
            double[] noPurchase,
            double[] purchases,
            int[] daysSincePurchase,
            Optional<double[]> spend,
            Optional<double[]> lifetimeValue) {
        this.alive = alive;
        this.noPurchase = noPurchase;
        this.purchases = purchases;
        this.daysSincePurchase = daysSincePurchase;
        this.spend = spend;
        this.lifetimeValue = lifetimeValue;
    }

    /** P(alive), 0 to 1. */
    public double[] alive() {
        return alive.clone();
    }

    /** Probability, 0 to 1, of no purchase within the horizon: the classical risk of churn without a contract. */
    public double[] noPurchase() {
        return noPurchase.clone();
    }

    /** Expected days with a purchase within the horizon. */
    public double[] purchases() {
        return purchases.clone();
    }

    /** Recency alone, the baseline that a model has to beat: the more days without a purchase, the likelier the customer has left. */
    public int[] daysSincePurchase() {
        return daysSincePurchase.clone();
    }

    /** Expected amount of the next purchase; none without a model of spend, not a number where it has no mean. */
    public Optional<double[]> spend() {
        return spend.map(double[]::clone);
    }

    /**
     * Expected discounted margin from the as-of date on; missing where spend is. It contains the risk of leaving, so it is
     * not the value that care weighs: see {@link MarginIfKept}.
     */
    public Optional<double[]> lifetimeValue() {
        return lifetimeValue.map(double[]::clone);
    }
}
