package io.holdfast.training.publish;

import io.holdfast.scoring.bundle.BundleContent;
import io.holdfast.training.evaluation.BaselineComparison;
import io.holdfast.training.evaluation.ChurnEvaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A trained model, ready to be written.
 *
 * @param content of the bundle
 * @param evaluation on the held-out rows, the same that stands in the bundle
 * @param logistic how logistic regression, trained on the same rows, does on the same held-out rows, and how far the model is from it; empty where it is the model
 * @param gains over further baselines on these rows; none where there are none
 * @param heldOut the rows that neither trained nor calibrated the published model
 * @param facts how it came about: parts of the table, validation beside test, playbook; a line each, without path or time
 * @param notes what the reader should know about the data, one sentence each
 */
public record TrainingResult(
        BundleContent content,
        ChurnEvaluation evaluation,
        Optional<BaselineComparison> logistic,
        List<BaselineComparison> gains,
        HeldOut heldOut,
        List<String> facts,
        List<String> notes) {
    /** Keeps copies. */
    public TrainingResult {
        gains = List.copyOf(gains);
        facts = List.copyOf(facts);
        notes = List.copyOf(notes);
    }

    /** The same with other content, and with facts before those that there are. */
    public TrainingResult with(BundleContent other, List<String> earlier) {
        List<String> all = new ArrayList<>(earlier);
        all.addAll(facts);
        return new TrainingResult(other, evaluation, logistic, gains, heldOut, all, notes);
    }
}
