package io.holdfast.benchmarks.drift;

import java.util.HashMap;
import java.util.Map;

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

    double standardError() {
        double squares = 0;
        for (double[] sums : byCluster.values()) {
            double rest = sums[0] - value() * sums[1];
            squares += rest * rest;
        }
        return Math.sqrt(squares) / below;
    }

    double low() {
        return value() - Z * standardError();
    }

    double high() {
        return value() + Z * standardError();
    }
}
