package io.holdfast.training.comparison;

import java.util.List;

/**
 * How two published models do beside each other.
 *
 * @param comparison on rows that neither was trained on
 * @param notes which rows these were, and what the reader should know about them, one sentence each
 */
public record ComparisonResult(ModelComparison comparison, List<String> notes) {
    /** Keeps a copy. */
    public ComparisonResult {
        notes = List.copyOf(notes);
    }
}
