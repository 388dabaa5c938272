package io.holdfast.care.inference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rate of one side by overlap weights, and what its spread over clusters adds to the design effect (Kish 1965; Korn and Graubard, Survey Methodology 24, 1998).
 *
 * @param units number of values
 * @param clusters number of clusters
 * @param mean of values that are 0 or 1, its weights normalised; NaN without units
 * @param size Kish's number of equally weighted units that are worth as much
 * @param betweenClusters sum of the squared weighted residuals of whole clusters, weights with a mean of 1
 * @param independent what that sum would be expected to be, were units independent
 */
record ArmCases(int units, int clusters, double mean, double size, double betweenClusters, double independent) {
    /** Fewer cases say nothing of how they fall on clusters. */
    private static final int ENOUGH_CASES = 10;

    static ArmCases of(List<Observation> observations, boolean assigned) {
        List<Observation> own = observations.stream()
                .filter(each -> each.assigned() == assigned)
                .toList();
        double weights = 0;
        double weighted = 0;
        double squares = 0;
        for (Observation each : own) {
            weights += each.overlap();
            weighted += each.overlap() * each.value();
            squares += each.overlap() * each.overlap();
        }
        double mean = weighted / weights;
        double even = own.size() / weights;
        Map<String, Double> residuals = new LinkedHashMap<>();
        for (Observation each : own) {
            residuals.merge(each.cluster(), each.overlap() * even * (each.value() - mean), Double::sum);
        }
        double between = 0;
        for (double residual : residuals.values()) {
            between += residual * residual;
        }
        return new ArmCases(
                own.size(),
                residuals.size(),
                mean,
                weights * weights / squares,
                between,
                squares * even * even * mean * (1 - mean));
    }

    /**
     * By how much fewer independent units would tell as much, at least 1: by this side's own clusters; where hardly anybody did it, by both sides', so that a side
     * without a case is not taken for more, or for fewer, than it would be with one.
     */
    double designEffect(ArmCases other) {
        boolean alone = mean * units >= ENOUGH_CASES;
        double expected = independent + (alone ? 0 : other.independent);
        return expected > 0 ? Math.max(1, (betweenClusters + (alone ? 0 : other.betweenClusters)) / expected) : 1;
    }
}
