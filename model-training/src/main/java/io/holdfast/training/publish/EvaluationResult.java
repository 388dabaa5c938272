package io.holdfast.training.publish;

import io.holdfast.training.evaluation.ChurnEvaluation;
import java.util.List;

/**
 * How a published model does on a table.
 *
 * @param evaluation on rows it was not trained on
 * @param notes which rows these were, and what the reader should know about them, one sentence each
 */
public record EvaluationResult(ChurnEvaluation evaluation, List<String> notes) {
    /** Keeps a copy. */
    public EvaluationResult {
        notes = List.copyOf(notes);
    }
}
