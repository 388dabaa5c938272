package io.holdfast.training.publish;

import io.holdfast.scoring.bundle.BundleContent;
import io.holdfast.training.evaluation.ChurnEvaluation;
import java.util.List;

/**
 * A trained model, ready to be written.
 *
 * @param content of the bundle
 * @param evaluation on the held-out rows, the same that stands in the bundle
 * @param heldOut the rows that neither trained nor calibrated it
 * @param notes what the reader should know about the data, one sentence each
 */
public record TrainingResult(BundleContent content, ChurnEvaluation evaluation, HeldOut heldOut, List<String> notes) {
    /** Keeps a copy. */
    public TrainingResult {
        notes = List.copyOf(notes);
    }
}
