package io.holdfast.training.additive.boosting;

/**
 * What a leaf is worth by the sums of its rows' negative gradients and Hessians (Chen and Guestrin 2016, "XGBoost", section
 * 2.2).
 *
 * @param lambda penalty on the squared value
 * @param leastRows rows below which there is no leaf
 * @param limit largest absolute value
 */
record LeafRule(double lambda, int leastRows, double limit) {
    static LeafRule of(BoostingSettings settings, Objective objective) {
        return new LeafRule(
                settings.lambda(), settings.leastLeafRows(), objective.longestStep() / settings.learningRate());
    }

    /** The Newton step. */
    double value(double gradient, double hessian) {
        double value = gradient / (hessian + lambda);
        return Math.max(-limit, Math.min(limit, value));
    }

    /** Twice what the step lowers the loss by, to second order. */
    double gain(double gradient, double hessian) {
        return gradient * gradient / (hessian + lambda);
    }
}
