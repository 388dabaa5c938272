package io.holdfast.care.inference;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * Whether as many were held out as the lot should hold out. If not, something between the lot and the table chose among the customers, and
 * nothing that is compared can be trusted (Fabijan et al., Diagnosing sample ratio mismatch, KDD 2019).
 *
 * @param clusters drawn
 * @param heldOut of them
 * @param expected to be held out
 * @param pValue of a mismatch as large by chance
 */
public record SampleRatio(int clusters, int heldOut, double expected, double pValue) {
    private static final double ALARM = 0.001;
    private static final double ENOUGH = 5;
    private static final double DIGITS = 1e9;
    /** Probabilities that differ by no more than this are equal but for rounding. */
    private static final double SAME = 1e-7;

    /** One cluster's draw. */
    public record Draw(double probabilityHeldOut, boolean heldOut) {}

    /** Checks draws: exactly where all have one probability, else by chi-squared over the probabilities. */
    public static SampleRatio of(List<Draw> draws) {
        Map<Double, int[]> strata = new TreeMap<>();
        for (Draw draw : draws) {
            int[] counts = strata.computeIfAbsent(rounded(draw.probabilityHeldOut()), probability -> new int[2]);
            counts[0]++;
            counts[1] += draw.heldOut() ? 1 : 0;
        }
        double expected = 0;
        int heldOut = 0;
        for (Map.Entry<Double, int[]> stratum : strata.entrySet()) {
            expected += stratum.getKey() * stratum.getValue()[0];
            heldOut += stratum.getValue()[1];
        }
        return new SampleRatio(draws.size(), heldOut, expected, pValue(strata));
    }

    /** 1 - 0.9 is not quite 0.1: who was held out and who was not would seem to be of different probabilities. */
    private static double rounded(double probability) {
        return StrictMath.rint(probability * DIGITS) / DIGITS;
    }

    /** Whether chance is no explanation. */
    public boolean isMismatch() {
        return pValue < ALARM;
    }

    private static double pValue(Map<Double, int[]> strata) {
        if (strata.isEmpty()) {
            return 1;
        }
        if (strata.size() == 1) {
            Map.Entry<Double, int[]> only = strata.entrySet().iterator().next();
            return exact(only.getValue()[0], only.getValue()[1], only.getKey());
        }
        double statistic = 0;
        int degrees = 0;
        double restDifference = 0;
        double restVariance = 0;
        double surest = 0;
        double surestVariance = 0;
        double surestDifference = 0;
        for (Map.Entry<Double, int[]> stratum : strata.entrySet()) {
            double probability = stratum.getKey();
            double mean = stratum.getValue()[0] * probability;
            double difference = stratum.getValue()[1] - mean;
            double variance = mean * (1 - probability);
            if (mean >= ENOUGH && stratum.getValue()[0] - mean >= ENOUGH) {
                statistic += difference * difference / variance;
                degrees++;
                if (variance > surestVariance) {
                    surest = difference * difference / variance;
                    surestVariance = variance;
                    surestDifference = difference;
                }
            } else {
                restDifference += difference;
                restVariance += variance;
            }
        }
        if (restVariance < ENOUGH && degrees > 0) {
            // Too little for a chi-squared of its own: it is counted together with the largest.
            double difference = surestDifference + restDifference;
            statistic += difference * difference / (surestVariance + restVariance) - surest;
        } else if (restVariance > 0) {
            statistic += restDifference * restDifference / restVariance;
            degrees++;
        }
        return degrees == 0 ? 1 : 1 - new ChiSquaredDistribution(null, degrees).cumulativeProbability(statistic);
    }

    /** All numbers that are no more probable than this one; commons-math3's own test counts some twice. */
    private static double exact(int clusters, int heldOut, double probability) {
        BinomialDistribution lot = new BinomialDistribution(null, clusters, probability);
        double most = lot.probability(heldOut) * (1 + SAME);
        double sum = 0;
        for (int number = 0; number <= clusters; number++) {
            double each = lot.probability(number);
            sum += each <= most ? each : 0;
        }
        return Math.min(1, sum);
    }
}
