package io.holdfast.training.evaluation;

import io.holdfast.scoring.table.Rounded;
import io.holdfast.training.data.RowWeights;
import io.holdfast.training.ranking.RowOrder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.stream.IntStream;

/** Rows by ascending probability. Among equal probabilities the order means nothing, and no measure may depend on it. */
final class RankedRows {
    private final double[] probabilities;
    private final boolean[] positives;
    private final int positiveCount;

    // By rank; empty where every row is its own.
    private final int[] clusters;

    // By rank; empty where all count the same.
    private final double[] weights;
    private final double effective;
    private final double all;
    private final double baseRate;

    private RankedRows(
            double[] probabilities, boolean[] positives, int positiveCount, int[] clusters, double[] weights) {
        this.probabilities = probabilities;
        this.positives = positives;
        this.positiveCount = positiveCount;
        this.clusters = clusters;
        this.weights = weights;
        double sum = 0;
        double squares = 0;
        double left = 0;
        for (int rank = 0; rank < weights.length; rank++) {
            sum += weights[rank];
            squares += weights[rank] * weights[rank];
            left += positives[rank] ? weights[rank] : 0;
        }
        all = weighted() ? sum : size();
        effective = weighted() ? sum * sum / squares : size();
        baseRate = weighted() ? left / sum : (double) positiveCount / size();
    }

    /** Ranks rows as they were scored. */
    static RankedRows of(ScoredRows rows) {
        return of(rows.probabilities(), rows.positives(), rows.clusters(), rows.weights());
    }

    /** Ranks rows of equal weight given in any order, some of which depend on each other. */
    static RankedRows of(double[] given, boolean[] left, Clusters clusters) {
        return of(given, left, clusters, RowWeights.EVEN);
    }

    /** Ranks rows given in any order, some of which depend on each other. */
    static RankedRows of(double[] given, boolean[] left, Clusters clusters, RowWeights byRow) {
        if (interchangeable(clusters, byRow)) {
            return of(given, left);
        }
        int[] numbers =
                clusters.only(IntStream.range(0, given.length).toArray()).numbers();
        int[] order = order(given, left, clusters, byRow);
        double[] probabilities = new double[order.length];
        boolean[] positives = new boolean[order.length];
        int[] ranked = new int[clusters.together() ? order.length : 0];
        double[] weights = new double[byRow.even() ? 0 : order.length];
        int positiveCount = 0;
        for (int rank = 0; rank < order.length; rank++) {
            probabilities[rank] = given[order[rank]] + 0.0;
            positives[rank] = left[order[rank]];
            if (ranked.length > 0) {
                ranked[rank] = numbers[order[rank]];
            }
            if (weights.length > 0) {
                weights[rank] = byRow.of(order[rank]);
            }
            positiveCount += positives[rank] ? 1 : 0;
        }
        return new RankedRows(probabilities, positives, positiveCount, ranked, weights);
    }

    /** The row of each rank of {@link #of(double[], boolean[], Clusters, RowWeights)}, also among equal probabilities: there, too, each row keeps its draws. */
    static int[] order(double[] given, boolean[] left, Clusters clusters, RowWeights byRow) {
        // Merging begins with the stayers.
        boolean first = !interchangeable(clusters, byRow);
        return new RowOrder(given.length)
                .by(row -> left[row] == first ? 0 : 1)
                .by(row -> given[row] + 0.0)
                .rows();
    }

    /** Whether rows of one class and one probability are alike. */
    private static boolean interchangeable(Clusters clusters, RowWeights byRow) {
        return !clusters.together() && byRow.even();
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
        return new RankedRows(probabilities, positives, left.length, new int[0], new double[0]);
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

    /** The share of leavers, by weight. */
    double baseRate() {
        return baseRate;
    }

    /** Whether some rows count more than others. */
    boolean weighted() {
        return weights.length > 0;
    }

    /** How much a rank counts; 1 where all count the same. */
    double weight(int rank) {
        return weighted() ? weights[rank] : 1;
    }

    /** The weight of all rows; their number where all count the same. */
    double weightOfAll() {
        return all;
    }

    /** How many rows of equal weight would tell as much. */
    double effective() {
        return effective;
    }

    /** What a reader has to know of the weights; nothing where all count the same. */
    String weighting() {
        return weighted()
                ? String.format(
                        Locale.ROOT,
                        ", by weight (%,d rows tell as much as %s of equal weight)",
                        size(),
                        Rounded.text(effective, 1))
                : "";
    }

    /** The part of all weight that counts as a share of the list: so many whole rows where all count the same. */
    double top(double share, double all) {
        return weighted() ? share * all : Shares.customers(share, (long) all);
    }

    /** Whether rows are drawn in clusters. */
    boolean clustered() {
        return clusters.length > 0;
    }

    /** The number of a rank's cluster, from 0. */
    int cluster(int rank) {
        return clustered() ? clusters[rank] : rank;
    }

    /** How many clusters, of one row or more, there are. */
    int clusterCount() {
        return clustered() ? 1 + Arrays.stream(clusters).max().orElse(-1) : size();
    }

    /** How many clusters have rows of a class. */
    int clusterCount(boolean positive) {
        BitSet found = new BitSet();
        for (int rank = 0; rank < size(); rank++) {
            if (positives[rank] == positive) {
                found.set(cluster(rank));
            }
        }
        return found.cardinality();
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
