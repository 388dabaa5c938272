package io.holdfast.care.inference;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Benjamini and Hochberg (Journal of the Royal Statistical Society B 57, 1995): of what is called a finding, at most a share is chance. */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /** For each p-value, the smallest share of false findings at which it is one itself; in the order given. */
    public static double[] adjusted(double[] pValues) {
        int[] order = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[pValues.length];
        double least = 1;
        for (int rank = order.length; rank >= 1; rank--) {
            int at = order[rank - 1];
            least = Math.min(least, pValues[at] * pValues.length / rank);
            adjusted[at] = least;
        }
        return adjusted;
    }
}
