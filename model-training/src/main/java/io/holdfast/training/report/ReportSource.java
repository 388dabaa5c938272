package io.holdfast.training.report;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.evaluation.ChurnEvaluation;
import io.holdfast.training.evaluation.Metrics;
import io.holdfast.training.fit.BagShapes;
import io.holdfast.training.shape.ModelShapes;
import io.holdfast.training.split.Split;
import java.util.List;
import java.util.Optional;

/**
 * What a report tells of.
 *
 * @param table the training table
 * @param split of its rows
 * @param bundle with model, description, reference population and manifest; documents are not looked at
 * @param bags what they say of single columns
 * @param shapes of the model
 * @param evaluation on the held-out rows
 * @param logistic the baseline on the same rows; empty where it is the model
 * @param facts how the model came about, a line each
 * @param notes what the reader should know about the data, one sentence each
 */
public record ReportSource(
        TrainingTable table,
        Split split,
        ModelBundle bundle,
        BagShapes bags,
        ModelShapes shapes,
        ChurnEvaluation evaluation,
        Optional<Metrics> logistic,
        List<String> facts,
        List<String> notes) {
    /** Keeps copies. */
    public ReportSource {
        facts = List.copyOf(facts);
        notes = List.copyOf(notes);
    }
}
