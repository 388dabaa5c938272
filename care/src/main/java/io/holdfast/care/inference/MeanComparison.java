package io.holdfast.care.inference;

import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;

/** Two means: Welch's t (Biometrika 34, 1947) over clusters. */
final class MeanComparison {
    private static final double UPPER = 0.975;

    private final ArmMean assigned;
    private final ArmMean shadow;

    MeanComparison(ArmMean assigned, ArmMean shadow) {
        this.assigned = assigned;
        this.shadow = shadow;
    }

    double variance() {
        return assigned.variance() + shadow.variance();
    }

    Estimate difference() {
        double point = assigned.mean() - shadow.mean();
        double half = variance() > 0 ? quantile(degrees()) * StrictMath.sqrt(variance()) : Double.POSITIVE_INFINITY;
        return new Estimate(point, point - half, point + half);
    }

    /** Change relative to the shadow side; none where that may be 0 or less. */
    Optional<Estimate> relative() {
        Estimate base = own(shadow);
        return base.low() > 0 ? Ratio.change(own(assigned), base) : Optional.empty();
    }

    double pValue() {
        if (!(variance() > 0)) {
            return 1;
        }
        double statistic = Math.abs(assigned.mean() - shadow.mean()) / StrictMath.sqrt(variance());
        return 2 * new TDistribution(null, degrees()).cumulativeProbability(-statistic);
    }

    private static Estimate own(ArmMean arm) {
        double half = quantile(arm.clusters() - 1.0) * StrictMath.sqrt(arm.variance());
        return new Estimate(arm.mean(), arm.mean() - half, arm.mean() + half);
    }

    private double degrees() {
        double one = assigned.variance();
        double other = shadow.variance();
        return (one + other)
                * (one + other)
                / (one * one / (assigned.clusters() - 1) + other * other / (shadow.clusters() - 1));
    }

    private static double quantile(double degrees) {
        return new TDistribution(null, degrees).inverseCumulativeProbability(UPPER);
    }
}
