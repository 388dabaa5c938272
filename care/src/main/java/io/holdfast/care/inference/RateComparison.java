package io.holdfast.care.inference;

import java.util.Optional;
import org.apache.commons.math3.special.Erf;

/**
 * Two shares: Newcombe's hybrid of score intervals for the difference (Statistics in Medicine 17, 1998, method 10), and MOVER-R of the same
 * limits for the ratio (Newcombe, Statistical Methods in Medical Research 25, 2016), at effective sample sizes.
 */
final class RateComparison {
    /** 97.5 % quantile of the standard normal distribution. */
    static final double QUANTILE = 1.959963984540054;

    private final ArmMean assigned;
    private final ArmMean shadow;
    private final Estimate first;
    private final Estimate second;

    RateComparison(ArmMean assigned, ArmMean shadow) {
        this.assigned = assigned;
        this.shadow = shadow;
        this.first = wilson(assigned.mean(), assigned.effectiveSize());
        this.second = wilson(shadow.mean(), shadow.effectiveSize());
    }

    /** Wilson's score interval (1927). */
    static Estimate wilson(double share, double size) {
        double z2 = QUANTILE * QUANTILE;
        double centre = (share + z2 / (2 * size)) / (1 + z2 / size);
        double half = QUANTILE * StrictMath.sqrt(share * (1 - share) / size + z2 / (4 * size * size)) / (1 + z2 / size);
        return new Estimate(share, Math.max(0, centre - half), Math.min(1, centre + half));
    }

    Estimate difference() {
        double point = assigned.mean() - shadow.mean();
        return new Estimate(
                point,
                point - StrictMath.hypot(first.point() - first.low(), second.high() - second.point()),
                point + StrictMath.hypot(first.high() - first.point(), second.point() - second.low()));
    }

    /** Change relative to the shadow side; none where nobody did it there. */
    Optional<Estimate> relative() {
        return Ratio.change(first, second);
    }

    /** Squared standard error with one of either kind added to each side (after Agresti and Caffo 2000; divided by the size before that), so that it is never 0. */
    double variance() {
        return smoothed(assigned) + smoothed(shadow);
    }

    private static double smoothed(ArmMean arm) {
        double size = arm.effectiveSize();
        double share = (arm.mean() * size + 1) / (size + 2);
        return share * (1 - share) / size;
    }

    /** Two-sided score test of no difference. */
    double pValue() {
        double one = assigned.effectiveSize();
        double other = shadow.effectiveSize();
        double pooled = (assigned.mean() * one + shadow.mean() * other) / (one + other);
        double error = StrictMath.sqrt(pooled * (1 - pooled) * (1 / one + 1 / other));
        return error > 0 ? Erf.erfc(Math.abs(assigned.mean() - shadow.mean()) / error / StrictMath.sqrt(2)) : 1;
    }
}
