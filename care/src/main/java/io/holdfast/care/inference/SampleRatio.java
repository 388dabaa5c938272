package io.holdfast.care.inference;

import java.util.Arrays;
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
    /** So many draws at most are reckoned one by one. */
    private static final int MOST_EXACT = 5000;

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
        Map<Double, int[]> rest = new TreeMap<>();
        for (Map.Entry<Double, int[]> stratum : strata.entrySet()) {
            double probability = stratum.getKey();
            double mean = stratum.getValue()[0] * probability;
            double difference = stratum.getValue()[1] - mean;
            double variance = mean * (1 - probability);
            if (mean >= ENOUGH && stratum.getValue()[0] - mean >= ENOUGH) {
                statistic += difference * difference / variance;
                degrees++;
            } else {
                restDifference += difference;
                restVariance += variance;
                rest.put(probability, stratum.getValue());
            }
        }
        int drawn = rest.values().stream().mapToInt(counts -> counts[0]).sum();
        if (restVariance < ENOUGH && degrees > 0 && drawn > 0 && drawn <= MOST_EXACT) {
            // Too little for a chi-squared of its own, and what it shows must not drown in the others: whichever of the
            // two is the less probable, at half the level each.
            double others = 1 - new ChiSquaredDistribution(null, degrees).cumulativeProbability(statistic);
            return Math.min(1, 2 * Math.min(others, exact(rest, drawn)));
        }
        if (restVariance > 0) {
            statistic += restDifference * restDifference / restVariance;
            degrees++;
        }
        return degrees == 0 ? 1 : 1 - new ChiSquaredDistribution(null, degrees).cumulativeProbability(statistic);
    }

    /** The same of several probabilities together: the number held out is a sum of binomials. */
    private static double exact(Map<Double, int[]> strata, int drawn) {
        double[] probabilities = new double[drawn + 1];
        probabilities[0] = 1;
        int sum = 0;
        int observed = 0;
        for (Map.Entry<Double, int[]> stratum : strata.entrySet()) {
            for (int draw = 0; draw < stratum.getValue()[0]; draw++) {
                sum++;
                for (int number = sum; number >= 0; number--) {
                    double one = number == 0 ? 0 : probabilities[number - 1] * stratum.getKey();
                    probabilities[number] = probabilities[number] * (1 - stratum.getKey()) + one;
                }
            }
            observed += stratum.getValue()[1];
        }
        double most = probabilities[observed] * (1 + SAME);
        return Math.min(
                1, Arrays.stream(probabilities).filter(each -> each <= most).sum());
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
