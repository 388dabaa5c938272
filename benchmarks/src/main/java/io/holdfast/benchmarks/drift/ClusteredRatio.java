package io.holdfast.benchmarks.drift;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A ratio of two sums over units of which some belong together, with its standard error by the delta method over clusters (Cochran 1977, "Sampling
 * Techniques", sections 6.4 and 9A.5). For one thread.
 */
final class ClusteredRatio {
    private static final double Z = 1.959964;

    private final Map<Long, double[]> byCluster = new HashMap<>();
    private double above;
    private double below;

    void add(long cluster, double itsAbove, double itsBelow) {
        double[] sums = byCluster.computeIfAbsent(cluster, each -> new double[2]);
        sums[0] += itsAbove;
        sums[1] += itsBelow;
        above += itsAbove;
        below += itsBelow;
    }

    void addAll(ClusteredRatio other) {
        other.byCluster.forEach((cluster, sums) -> add(cluster, sums[0], sums[1]));
    }

    double above() {
        return above;
    }

    double below() {
        return below;
    }

    double value() {
        return above / below;
    }

    double low() {
        return value() - Z * standardError();
    }

    double high() {
        return value() + Z * standardError();
    }

    private double standardError() {
        return Math.sqrt(byCluster.keySet().stream()
                .mapToDouble(this::pull)
                .map(pull -> pull * pull)
                .sum());
    }

    /** By how much a cluster moves the ratio. */
    private double pull(long cluster) {
        double[] sums = byCluster.get(cluster);
        return sums == null ? 0 : (sums[0] - value() * sums[1]) / below;
    }

    /** This ratio over another: of the same clusters, so that what moves both alike moves it less. The value and the ends of its interval. */
    double[] over(ClusteredRatio other) {
        double quotient = value() / other.value();
        Set<Long> clusters = new HashSet<>(byCluster.keySet());
        clusters.addAll(other.byCluster.keySet());
        double squares = 0;
        for (long cluster : clusters) {
            double pull = pull(cluster) / value() - other.pull(cluster) / other.value();
            squares += pull * pull;
        }
        double half = Z * quotient * Math.sqrt(squares);
        return new double[] {quotient, quotient - half, quotient + half};
    }
}
