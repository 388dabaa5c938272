package io.holdfast.training.report;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.bundle.ModelShapes;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.evaluation.BaselineComparison;
import io.holdfast.training.evaluation.ChurnEvaluation;
import io.holdfast.training.split.Split;
import java.util.List;
import java.util.Optional;

/**
 * What a report tells of.
 *
 * @param table the training table
 * @param split of its rows
 * @param bundle with model, description, reference population, shapes and manifest; other documents are not looked at
 * @param evaluation on the held-out rows
 * @param logistic the baseline on the same rows; empty where it is the model
 * @param facts how the model came about, a line each
 * @param notes what the reader should know about the data, one sentence each
 */
public record ReportSource(
        TrainingTable table,
        Split split,
        ModelBundle bundle,
        ChurnEvaluation evaluation,
        Optional<BaselineComparison> logistic,
        List<String> facts,
        List<String> notes) {
    /** Keeps copies. */
    public ReportSource {
        facts = List.copyOf(facts);
        notes = List.copyOf(notes);
        if (bundle.shapes().isEmpty()) {
            throw new IllegalArgumentException("bundle without " + ModelShapes.FILE + " (expected: with it)");
        }
    }

    /** Whether the published model has learned from the rows that judged its recipe, too. */
    boolean learnedAgain() {
        return bundle.reference().rows() == table.rows();
    }

    /** The shapes of the model. */
    ModelShapes shapes() {
        return bundle.shapes().orElseThrow();
    }
}
