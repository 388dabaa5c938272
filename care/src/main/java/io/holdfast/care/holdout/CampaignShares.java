package io.holdfast.care.holdout;

import java.util.List;

/**
 * The shares that a campaign's own lot may have: one for what is proven, and steps down to a quarter for what is not. They are few, so that who was held out can be checked against each by itself, and known from the
 * settings of a plan.
 *
 * @param proven where a play is known to help, and where there is none, 0 to 1
 * @param unknown where nothing is known of a play, at least {@code proven}
 */
public record CampaignShares(double proven, double unknown) {
    private static final double HALF = 0.5;

    /** Of a play of which nothing is known the probability of harm is even. */
    private static final double EVEN = 0.5;

    /** Where a play is not proven, the largest first. */
    public List<Double> ofUnproven() {
        return List.of(atLeastProven(1), atLeastProven(HALF), atLeastProven(HALF * HALF));
    }

    /**
     * Where a play is not proven: halved with the probability of harm, and again. Not further, since fewer shadows would let good luck stand as it is.
     *
     * @param harm probability that the play does harm, by the measurement alone, 0 to 1
     */
    public double of(double harm) {
        List<Double> steps = ofUnproven();
        if (harm > EVEN * HALF) {
            return steps.get(0);
        }
        return harm > EVEN * HALF * HALF ? steps.get(1) : steps.get(2);
    }

    private double atLeastProven(double part) {
        return Math.max(proven, part * unknown);
    }
}
