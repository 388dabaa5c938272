package io.holdfast.features.value;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The Gamma-Gamma model of spend: amounts vary around a customer's own mean by a gamma distribution, and those means between customers
 * by another; how much somebody spends has nothing to do with how often. Fader, Hardie (2013), The Gamma-Gamma Model of Monetary
 * Value, equations 3 to 5.
 *
 * @param p shape of a customer's amounts, above 0
 * @param q shape of the customers' rates, above 0; means exist above 1 only
 * @param v scale of the customers' rates, in the currency of the amounts
 */
@JsonPropertyOrder({"p", "q", "v"})
public record GammaGamma(double p, double q, double v) {
    public GammaGamma {
        Positive.require("p", p);
        Positive.require("q", q);
        Positive.require("v", v);
    }

    static GammaGamma ofLogs(double[] logs) {
        return new GammaGamma(StrictMath.exp(logs[0]), StrictMath.exp(logs[1]), StrictMath.exp(logs[2]));
    }

    double[] logs() {
        return new double[] {StrictMath.log(p), StrictMath.log(q), StrictMath.log(v)};
    }

    /**
     * The expected amount of a customer's next purchase: between the customer's own mean and that of all, nearer the own one the more
     * was bought. Infinite where p x + q is at most 1.
     *
     * @param frequency number of amounts in the mean, 0 or more
     * @param meanSpend their mean, not looked at where there are none
     */
    public double expectedSpend(int frequency, double meanSpend) {
        double shape = p * frequency + q - 1;
        double total = frequency == 0 ? 0 : frequency * meanSpend;
        return shape > 0 ? p * (v + total) / shape : Double.POSITIVE_INFINITY;
    }
}
