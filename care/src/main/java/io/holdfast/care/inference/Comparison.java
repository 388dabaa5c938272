package io.holdfast.care.inference;

import java.util.List;
import java.util.Optional;

/**
 * Assigned against shadow-assigned, for one metric.
 *
 * @param assigned the side on which it was carried out
 * @param shadow the side on which it was only written down
 * @param difference of the means, assigned less shadow, with its 95 % interval for one look planned beforehand
 * @param relative the same as a share of the shadow side's mean; none where that may be 0
 * @param sequence the interval that holds over any number of looks; none before the first look
 * @param pValue two-sided, of no difference, for one look
 * @param variance of the difference
 */
public record Comparison(
        ArmMean assigned,
        ArmMean shadow,
        Estimate difference,
        Optional<Estimate> relative,
        Optional<Estimate> sequence,
        double pValue,
        double variance) {
    /** Clusters that each arm needs for any estimate. */
    public static final int FEWEST = 30;

    /** Compares shares of values that are 0 or 1, with a sequence of 95 %; none with fewer than {@value #FEWEST} clusters in an arm. */
    public static Optional<Comparison> ofRates(List<Observation> observations) {
        return ofRates(observations, ConfidenceSequence.ALPHA);
    }

    /** The same, with a sequence that may leave the truth out in a share alpha of the cases, above 0, below 1. */
    public static Optional<Comparison> ofRates(List<Observation> observations, double alpha) {
        ArmMean assigned = ArmMean.of(observations, true);
        ArmMean shadow = ArmMean.of(observations, false);
        if (areTooFew(assigned, shadow)) {
            return Optional.empty();
        }
        RateComparison rates = new RateComparison(assigned, shadow);
        return Optional.of(new Comparison(
                assigned,
                shadow,
                rates.difference(),
                rates.relative(),
                sequence(assigned, shadow, rates.variance(), alpha),
                rates.pValue(),
                rates.variance()));
    }

    /** Compares means, with a sequence of 95 %; none with fewer than {@value #FEWEST} clusters in an arm. */
    public static Optional<Comparison> ofMeans(List<Observation> observations) {
        return ofMeans(observations, ConfidenceSequence.ALPHA);
    }

    /** The same, with a sequence that may leave the truth out in a share alpha of the cases, above 0, below 1. */
    public static Optional<Comparison> ofMeans(List<Observation> observations, double alpha) {
        ArmMean assigned = ArmMean.of(observations, true);
        ArmMean shadow = ArmMean.of(observations, false);
        if (areTooFew(assigned, shadow)) {
            return Optional.empty();
        }
        MeanComparison means = new MeanComparison(assigned, shadow);
        return Optional.of(new Comparison(
                assigned,
                shadow,
                means.difference(),
                means.relative(),
                sequence(assigned, shadow, means.variance(), alpha),
                means.pValue(),
                means.variance()));
    }

    /** How many were assigned for each one more, or one fewer, with the outcome; only for rates whose interval excludes 0. */
    public Optional<Estimate> treatedPerChange() {
        if (!difference.excludesZero()) {
            return Optional.empty();
        }
        double one = 1 / Math.abs(difference.low());
        double other = 1 / Math.abs(difference.high());
        return Optional.of(new Estimate(1 / Math.abs(difference.point()), Math.min(one, other), Math.max(one, other)));
    }

    /** Whether there is no sequence because an arm has fewer than {@value ConfidenceSequence#EARLIEST} clusters. */
    public boolean isBeforeFirstLook() {
        return fewer(assigned, shadow) < ConfidenceSequence.EARLIEST;
    }

    /** About how many units of both sides there are when a sequence begins, as many to a cluster and to a side as now. */
    public double unitsAtFirstLook() {
        double seen = (double) assigned.units() + shadow.units();
        return StrictMath.ceil(seen * ConfidenceSequence.EARLIEST / fewer(assigned, shadow));
    }

    private static int fewer(ArmMean assigned, ArmMean shadow) {
        return Math.min(assigned.clusters(), shadow.clusters());
    }

    private static boolean areTooFew(ArmMean assigned, ArmMean shadow) {
        return assigned.clusters() < FEWEST || shadow.clusters() < FEWEST;
    }

    private static Optional<Estimate> sequence(ArmMean assigned, ArmMean shadow, double variance, double alpha) {
        boolean early = fewer(assigned, shadow) < ConfidenceSequence.EARLIEST;
        return early || !(variance > 0)
                ? Optional.empty()
                : Optional.of(ConfidenceSequence.at(
                        assigned.mean() - shadow.mean(), variance, assigned.clusters() + shadow.clusters(), alpha));
    }
}
