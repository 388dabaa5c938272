package io.holdfast.care.inference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The weighted mean of one side, its weights normalised (Hájek, in Godambe and Sprott, Foundations of Statistical Inference, 1971), with its
 * linearised cluster-robust variance (Binder 1983).
 *
 * @param units number of values
 * @param clusters number of clusters
 * @param mean NaN without units
 * @param variance of the mean, squared units of the value; NaN with fewer than two clusters, 0 where the values are equal but for rounding
 * @param evenUnits Kish's number of equally weighted clusters that are worth as much
 */
public record ArmMean(int units, int clusters, double mean, double variance, double evenUnits) {
    /** Of a mean: values that lie no further apart are equal but for rounding. */
    private static final double ROUNDING = 1e-9;

    /** The mean of one side. */
    static ArmMean of(List<Observation> observations, boolean assigned) {
        Map<String, double[]> sums = new LinkedHashMap<>();
        int units = 0;
        double weights = 0;
        double weighted = 0;
        for (Observation each : observations) {
            if (each.assigned() == assigned) {
                units++;
                double weight = each.weight();
                double[] own = sums.computeIfAbsent(each.cluster(), cluster -> new double[2]);
                own[0] += weight;
                own[1] += weight * each.value();
                weights += weight;
                weighted += weight * each.value();
            }
        }
        double mean = weighted / weights;
        double squares = 0;
        double weightSquares = 0;
        for (double[] own : sums.values()) {
            double residual = (own[1] - mean * own[0]) / weights;
            squares += residual * residual;
            weightSquares += own[0] * own[0];
        }
        int clusters = sums.size();
        double variance = clusters < 2 ? Double.NaN : squares * clusters / (clusters - 1);
        double least = ROUNDING * Math.abs(mean);
        if (variance * clusters <= least * least) {
            variance = 0;
        }
        return new ArmMean(units, clusters, mean, variance, weights * weights / weightSquares);
    }

    /**
     * For rates: the number of independent customers that would give this variance (Korn and Graubard, Survey Methodology 24, 1998), at most as many
     * as there are. Where everybody or nobody did it, the variance is 0 and says nothing; then the weights alone decide.
     */
    double effectiveSize() {
        double binomial = mean * (1 - mean);
        // The cluster-robust variance has one degree of freedom less than the binomial one.
        double size = variance > 0 ? binomial / variance * clusters / (clusters - 1) : evenUnits;
        return Math.min(size, units);
    }
}
