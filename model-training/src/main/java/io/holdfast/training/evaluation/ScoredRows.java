package io.holdfast.training.evaluation;

import io.holdfast.training.data.RowWeights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows with the probability a model gave them and what happened. The arrays are kept, not copied.
 *
 * @param probabilities of leaving, each within 0..1
 * @param positives whether the customer left, in the same order
 * @param groups sensitive columns by name, each with one cell per row in the same order, the empty cell for missing
 * @param clusters which rows depend on each other
 * @param weights how much each row counts
 */
@SuppressWarnings("ArrayRecordComponent") // millions of rows; equality of two of these is nobody's question
public record ScoredRows(
        double[] probabilities,
        boolean[] positives,
        Map<String, List<String>> groups,
        Clusters clusters,
        RowWeights weights) {
    /**
     * Checks the shapes.
     *
     * @throws IllegalArgumentException when there is no row, lengths differ, or a probability is none
     */
    public ScoredRows {
        groups = new LinkedHashMap<>(groups);
        if (probabilities.length == 0) {
            throw new IllegalArgumentException("probabilities: no rows (expected: at least one)");
        }
        if (positives.length != probabilities.length) {
            throw new IllegalArgumentException("positives: " + positives.length + " rows (expected: "
                    + probabilities.length + ", one per probability)");
        }
        for (int row = 0; row < probabilities.length; row++) {
            if (!(probabilities[row] >= 0 && probabilities[row] <= 1)) {
                throw new IllegalArgumentException(
                        "probabilities[" + row + "]: " + probabilities[row] + " (expected: 0 to 1)");
            }
        }
        if (clusters.numbers().length != probabilities.length) {
            throw new IllegalArgumentException("clusters: " + clusters.numbers().length + " rows (expected: "
                    + probabilities.length + ", one per probability)");
        }
        groups.forEach((column, cells) -> {
            if (cells.size() != positives.length) {
                throw new IllegalArgumentException("groups '" + column + "': " + cells.size() + " cells (expected: "
                        + positives.length + ", one per probability)");
            }
        });
    }

    /** Rows that all count the same. */
    public ScoredRows(
            double[] probabilities, boolean[] positives, Map<String, List<String>> groups, Clusters clusters) {
        this(probabilities, positives, groups, clusters, RowWeights.EVEN);
    }

    /** Rows none of which depends on another. */
    public ScoredRows(double[] probabilities, boolean[] positives, Map<String, List<String>> groups) {
        this(probabilities, positives, groups, Clusters.none(probabilities.length));
    }
}
