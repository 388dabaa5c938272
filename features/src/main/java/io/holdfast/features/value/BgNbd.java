package io.holdfast.features.value;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The BG/NBD model: a customer buys at a rate that differs between customers by a gamma distribution, and after each purchase leaves
 * for good with a probability that differs by a beta distribution. Fader, Hardie, Lee (2005), "Counting Your Customers" the Easy Way,
 * Marketing Science 24(2), equations 6 to 10. A customer who never came back is certainly alive in it: leaving follows a repeat purchase.
 *
 * @param r shape of the purchase rates, above 0
 * @param alpha rate of the purchase rates in days, above 0
 * @param a first parameter of the probability to leave, above 0
 * @param b second parameter of it, above 0
 */
@JsonPropertyOrder({"r", "alpha", "a", "b"})
public record BgNbd(double r, double alpha, double a, double b) {
    /** Together these bound the length of {@link RepeatSeries}; days with a purchase never come near either. */
    private static final double LEAST_ALPHA = 0.001;

    private static final double MOST_A_DAY = 1000;

    public BgNbd {
        Positive.require("r", r);
        Positive.require("alpha", alpha);
        Positive.require("a", a);
        Positive.require("b", b);
        if (alpha < LEAST_ALPHA || !(r / alpha <= MOST_A_DAY)) {
            throw new IllegalArgumentException(
                    "r, alpha: " + r + ", " + alpha + " (expected: alpha of at least " + LEAST_ALPHA
                            + " days, and at most " + MOST_A_DAY + " purchases a day on average, which is r / alpha)");
        }
    }

    /** Whether such parameters make a model. */
    static boolean allows(double[] logs) {
        double alpha = StrictMath.exp(logs[1]);
        return alpha >= LEAST_ALPHA && StrictMath.exp(logs[0]) / alpha <= MOST_A_DAY;
    }

    static BgNbd ofLogs(double[] logs) {
        return new BgNbd(
                StrictMath.exp(logs[0]), StrictMath.exp(logs[1]), StrictMath.exp(logs[2]), StrictMath.exp(logs[3]));
    }

    double[] logs() {
        return new double[] {StrictMath.log(r), StrictMath.log(alpha), StrictMath.log(a), StrictMath.log(b)};
    }

    /** ln of the odds of having left; minus infinity for who never came back. */
    double leftLogOdds(int frequency, int recency, int age) {
        if (frequency == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return StrictMath.log(a / (b + frequency - 1))
                + (r + frequency) * StrictMath.log1p((age - recency) / (alpha + recency));
    }

    /**
     * P(alive): the probability, 0 to 1, that the customer has not left by the as-of date.
     *
     * @param frequency days with a purchase after the first
     * @param recency days from the first purchase to the last
     * @param age days from the first purchase to the as-of date
     */
    public double alive(int frequency, int recency, int age) {
        return 1 / (1 + StrictMath.exp(leftLogOdds(frequency, recency, age)));
    }

    /**
     * The expected number of days with a purchase after the as-of date, P(alive) included.
     *
     * @param days how far to look ahead, 0 or more
     */
    public double expectedPurchases(int frequency, int recency, int age, double days) {
        return alive(frequency, recency, age) * ifAlive(frequency, age, days);
    }

    /**
     * The probability that no purchase follows within so many days, because the customer has left or is only slow: what churn
     * means where no contract ends, and so the classical answer that another model has to beat.
     *
     * @param days how far to look ahead, 0 or more
     */
    public double noPurchase(int frequency, int recency, int age, double days) {
        double silent = -(r + frequency) * StrictMath.log1p(days / (alpha + age));
        return 1 + alive(frequency, recency, age) * StrictMath.expm1(silent);
    }

    /** The expected purchases, given that the customer is alive. */
    double ifAlive(int frequency, int age, double days) {
        return RepeatSeries.expected(r + frequency, alpha + age, a, b + frequency, days);
    }

    /** The expected number of repeat purchases of a new customer within so many days of the first purchase. */
    public double expectedOfNew(double days) {
        return ifAlive(0, 0, days);
    }
}
