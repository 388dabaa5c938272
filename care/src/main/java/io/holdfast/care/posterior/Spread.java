package io.holdfast.care.posterior;

import java.util.ArrayList;
import java.util.List;

/**
 * How far effects of one action may lie apart, as variances of log ratios: between reasons, and between tiers of one reason.
 *
 * @param logPrior log of the belief in it before anything is measured, up to a constant
 */
record Spread(double reasons, double tiers, double logPrior) {
    /** Standard deviations looked at; from equal effects to some that help twice as much as others harm. */
    private static final double[] DEVIATIONS = {0.001, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.55, 0.75, 1};

    /** Half-Cauchy scale, as is usual for deviations between groups (Gelman, Bayesian Analysis 1, 2006). */
    private static final double SCALE = 0.25;

    /** All that are looked at, in a fixed order. */
    static List<Spread> grid() {
        List<Spread> grid = new ArrayList<>();
        for (int i = 0; i < DEVIATIONS.length; i++) {
            for (int j = 0; j < DEVIATIONS.length; j++) {
                grid.add(new Spread(
                        DEVIATIONS[i] * DEVIATIONS[i], DEVIATIONS[j] * DEVIATIONS[j], logPrior(i) + logPrior(j)));
            }
        }
        return grid;
    }

    /** Density times the width of the piece it stands for. */
    private static double logPrior(int i) {
        double left = i == 0 ? 0 : (DEVIATIONS[i - 1] + DEVIATIONS[i]) / 2;
        double right = i + 1 == DEVIATIONS.length ? DEVIATIONS[i] : (DEVIATIONS[i] + DEVIATIONS[i + 1]) / 2;
        double relative = DEVIATIONS[i] / SCALE;
        return StrictMath.log(right - left) - StrictMath.log1p(relative * relative);
    }
}
