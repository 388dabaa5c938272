package io.holdfast.care.inference;

import java.util.List;
import java.util.Optional;

/**
 * The ratio of two rates on the scale of logarithms, on which it is closest to normal even where few did it: half a case is added to each side, which takes most
 * of the bias away (Pettigrew, Gart and Thomas, Biometrika 73, 1986), at effective sample sizes. The variance is that at the rate of both sides together: by the
 * counts of each side, a small side that has many cases by chance would seem surer than one that has few, and ratios that are weighed by it would come out too low.
 *
 * @param point log of the assigned rate over the shadow rate
 * @param variance of the point if both sides have one rate, above 0
 * @param assigned units on the side on which it was carried out
 * @param shadow units on the side on which it was only written down
 */
public record LogRatio(double point, double variance, int assigned, int shadow) {
    private static final double HALF = 0.5;

    /** Of values that are 0 or 1; none with fewer than {@value Comparison#FEWEST} clusters in an arm. */
    public static Optional<LogRatio> of(List<Observation> observations) {
        ArmMean assigned = ArmMean.of(observations, true);
        ArmMean shadow = ArmMean.of(observations, false);
        if (Math.min(assigned.clusters(), shadow.clusters()) < Comparison.FEWEST) {
            return Optional.empty();
        }
        return Optional.of(new LogRatio(
                log(assigned) - log(shadow), variance(assigned, shadow), assigned.units(), shadow.units()));
    }

    private static double log(ArmMean arm) {
        return StrictMath.log((cases(arm) + HALF) / (arm.effectiveSize() + HALF));
    }

    /** Half a case and half a non-case are added, so that the rate is neither 0 nor 1. */
    private static double variance(ArmMean one, ArmMean other) {
        double rate = (cases(one) + cases(other) + HALF) / (one.effectiveSize() + other.effectiveSize() + 2 * HALF);
        return (1 - rate) / rate * (1 / one.effectiveSize() + 1 / other.effectiveSize());
    }

    private static double cases(ArmMean arm) {
        return arm.mean() * arm.effectiveSize();
    }
}
