package io.holdfast.training.evaluation;

import java.util.Arrays;

/** Rows by ascending probability. Among equal probabilities the order means nothing, and no measure may depend on it. */
final class RankedRows {
    private final double[] probabilities;
    private final boolean[] positives;
    private final int positiveCount;

    private RankedRows(double[] probabilities, boolean[] positives, int positiveCount) {
        this.probabilities = probabilities;
        this.positives = positives;
        this.positiveCount = positiveCount;
    }

    /** Ranks rows given in any order. */
    static RankedRows of(double[] probabilities, boolean[] positives) {
        int positiveCount = 0;
        for (boolean positive : positives) {
            positiveCount += positive ? 1 : 0;
        }
        // Sorting the classes apart and merging them spares an index array.
        double[] left = new double[positiveCount];
        double[] stayed = new double[positives.length - positiveCount];
        int l = 0;
        int s = 0;
        for (int row = 0; row < positives.length; row++) {
            double probability = probabilities[row] + 0.0; // -0.0 becomes 0.0
            if (positives[row]) {
                left[l++] = probability;
            } else {
                stayed[s++] = probability;
            }
        }
        Arrays.sort(left);
        Arrays.sort(stayed);
        return merge(left, stayed);
    }

    private static RankedRows merge(double[] left, double[] stayed) {
        double[] probabilities = new double[left.length + stayed.length];
        boolean[] positives = new boolean[probabilities.length];
        int l = 0;
        int s = 0;
        for (int rank = 0; rank < probabilities.length; rank++) {
            boolean positive = s == stayed.length || (l < left.length && left[l] < stayed[s]);
            positives[rank] = positive;
            probabilities[rank] = positive ? left[l++] : stayed[s++];
        }
        return new RankedRows(probabilities, positives, left.length);
    }

    int size() {
        return probabilities.length;
    }

    int positiveCount() {
        return positiveCount;
    }

    int negativeCount() {
        return probabilities.length - positiveCount;
    }

    boolean oneClass() {
        return positiveCount == 0 || positiveCount == probabilities.length;
    }

    double baseRate() {
        return (double) positiveCount / probabilities.length;
    }

    double probability(int rank) {
        return probabilities[rank];
    }

    boolean positive(int rank) {
        return positives[rank];
    }

    /** The rank just after the last row that shares the probability of this one. */
    int tieEnd(int rank) {
        int end = rank + 1;
        while (end < probabilities.length && probabilities[end] == probabilities[rank]) {
            end++;
        }
        return end;
    }
}
