package io.holdfast.features.value;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The shifted beta-geometric model of contracts: at each renewal a customer leaves with a probability of their own, which differs
 * between customers by a beta distribution; so those who stayed long are those who leave seldom. Fader, Hardie (2007), How to Project
 * Customer Retention, Journal of Interactive Marketing 21(1), equations 5 to 7.
 *
 * @param a first parameter of the probability to leave at a renewal, above 0
 * @param b second parameter of it, above 0
 */
@JsonPropertyOrder({"a", "b"})
public record ShiftedBetaGeometric(double a, double b) {
    public ShiftedBetaGeometric {
        Positive.require("a", a);
        Positive.require("b", b);
    }

    static ShiftedBetaGeometric ofLogs(double[] logs) {
        return new ShiftedBetaGeometric(StrictMath.exp(logs[0]), StrictMath.exp(logs[1]));
    }

    double[] logs() {
        return new double[] {StrictMath.log(a), StrictMath.log(b)};
    }

    /** The probability that a customer who has renewed so often does so once more. */
    public double retention(int renewals) {
        return (b + renewals) / (a + b + renewals);
    }

    /** The probability that a new customer renews so often. */
    public double survival(int renewals) {
        double survival = 1;
        for (int n = 0; n < renewals; n++) {
            survival *= retention(n);
        }
        return survival;
    }

    /**
     * The number of further periods that a customer is expected to begin, of so many at most. A limit is needed: without one it is
     * infinite wherever a is at most 1, as it often is.
     *
     * @param renewals how often the customer has renewed so far, 0 or more
     * @param periods how many renewals to look ahead, 0 or more
     * @param discount what a period's margin loses in worth for each period it is away, 0 (nothing) or more
     */
    public double remainingLife(int renewals, int periods, double discount) {
        double kept = 1;
        double worth = 1;
        double life = 0;
        for (int n = 0; n < periods; n++) {
            kept *= retention(renewals + n);
            worth /= 1 + discount;
            life += kept * worth;
        }
        return life;
    }
}
