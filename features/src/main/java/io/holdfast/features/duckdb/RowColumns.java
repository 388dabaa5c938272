package io.holdfast.features.duckdb;

import java.util.List;
import java.util.Optional;

/**
 * Which rows of a snapshot are written, and what stands in them besides date, ids and features.
 *
 * @param labelled whether the outcome does; else the day of leaving
 * @param texts SQL of further columns of text behind the label
 * @param weighted whether a weight does
 * @param plan names the plan, in the last column; empty for none
 * @param states of the rows: {@code ok}, and perhaps {@code left}
 */
public record RowColumns(
        boolean labelled, List<String> texts, boolean weighted, Optional<String> plan, List<String> states) {
    /** Keeps copies. */
    public RowColumns {
        texts = List.copyOf(texts);
        states = List.copyOf(states);
    }
}
