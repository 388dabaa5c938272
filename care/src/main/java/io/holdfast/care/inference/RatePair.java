package io.holdfast.care.inference;

import java.util.List;
import java.util.Optional;

/**
 * What the ratio of two rates was measured by, as numbers of cases among independent customers, and what they say of it: the profile likelihood, in which the
 * rates are the most likely ones that have a given ratio (Miettinen and Nurminen, Statistics in Medicine 4, 1985). It needs no case on either side, and no
 * half one in its place, which would draw ratios of few cases to the smaller side.
 *
 * @param assignedCases cases on the side on which it was carried out, at the effective size; 0 or more
 * @param assignedSize independent customers that tell as much as those who were measured, more than the cases
 * @param shadowCases the same of the side on which it was only written down
 * @param shadowSize the same
 * @param assigned units that were measured
 * @param shadow the same
 */
public record RatePair(
        double assignedCases, double assignedSize, double shadowCases, double shadowSize, int assigned, int shadow) {
    /** What says less than this says nothing. */
    private static final double LEAST_INFORMATION = 1e-9;

    /** That everybody did it is no proof that everybody else would: so much of a non-case there is always. */
    private static final double NON_CASE = 0.5;

    /**
     * Of values that are 0 or 1, each weighed by the probability of the other side: with lots of several shares those count most that tell most, and the few shadows of a
     * small share do not stand for all of its customers. Nothing is learned of who was on their side for sure. None with fewer than {@value Comparison#FEWEST} clusters in an arm.
     */
    public static Optional<RatePair> of(List<Observation> observations) {
        List<Observation> uncertain =
                observations.stream().filter(each -> each.probability() < 1).toList();
        ArmCases assigned = ArmCases.of(uncertain, true);
        ArmCases shadow = ArmCases.of(uncertain, false);
        if (Math.min(assigned.clusters(), shadow.clusters()) < Comparison.FEWEST) {
            return Optional.empty();
        }
        double assignedSize = assigned.size() / assigned.designEffect(shadow);
        double shadowSize = shadow.size() / shadow.designEffect(assigned);
        double assignedCases = assigned.mean() * assignedSize;
        double shadowCases = shadow.mean() * shadowSize;
        return Optional.of(new RatePair(
                assignedCases,
                Math.max(assignedSize, assignedCases + NON_CASE),
                shadowCases,
                Math.max(shadowSize, shadowCases + NON_CASE),
                assigned.units(),
                shadow.units()));
    }

    /** The most likely log-likelihood at a log ratio (assigned over shadow), up to what the ratio has no part in. */
    public double logLikelihood(double logRatio) {
        Rates rates = rates(logRatio);
        return part(assignedCases, assignedSize, rates.assigned()) + part(shadowCases, shadowSize, rates.shadow());
    }

    /** Its slope at a log ratio. */
    public double slope(double logRatio) {
        double rate = rates(logRatio).assigned();
        return (assignedCases - assignedSize * rate) / (1 - rate);
    }

    /** The expected information on the log ratio, the inverse of a variance, if that log ratio were true; above 0. */
    public double information(double logRatio) {
        Rates rates = rates(logRatio);
        double one = assignedSize * rates.assigned() / (1 - rates.assigned());
        double other = shadowSize * rates.shadow() / (1 - rates.shadow());
        return Math.max(LEAST_INFORMATION, one * other / Math.max(one + other, LEAST_INFORMATION));
    }

    private record Rates(double assigned, double shadow) {}

    /** The most likely rates of such a ratio: the lesser root of a quadratic. */
    private Rates rates(double logRatio) {
        double ratio = StrictMath.exp(logRatio);
        double square = (assignedSize + shadowSize) * ratio;
        double linear = assignedSize * ratio + assignedCases + shadowSize + shadowCases * ratio;
        double cases = assignedCases + shadowCases;
        double shadowRate = 2 * cases / (linear + StrictMath.sqrt(Math.max(0, linear * linear - 4 * square * cases)));
        return new Rates(ratio * shadowRate, shadowRate);
    }

    private static double part(double cases, double size, double rate) {
        double log = (size - cases) * StrictMath.log1p(-rate);
        return cases > 0 ? log + cases * StrictMath.log(rate) : log;
    }
}
