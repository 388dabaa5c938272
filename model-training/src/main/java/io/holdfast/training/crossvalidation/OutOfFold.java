package io.holdfast.training.crossvalidation;

import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.evaluation.Evaluator;
import io.holdfast.training.evaluation.Metrics;
import io.holdfast.training.split.Folds;
import java.util.ArrayList;
import java.util.List;

/** What one learner said of every row by models that had not seen it. The arrays are kept, not copied. */
@SuppressWarnings("ArrayRecordComponent") // millions of rows; equality of two of these is nobody's question
public record OutOfFold(String learner, double[][] probabilities, double seconds) {
    /**
     * Checks the shapes.
     *
     * @param learner its name
     * @param probabilities of leaving, by repeat and row
     * @param seconds that all its trainings took together
     */
    public OutOfFold {
        if (probabilities.length == 0) {
            throw new IllegalArgumentException("probabilities: no repeat (expected: at least one)");
        }
    }

    /** The metrics of every fold, repeat by repeat. */
    List<Metrics> metrics(TrainingTable table, Folds folds) {
        List<Metrics> metrics = new ArrayList<>();
        for (int repeat = 0; repeat < probabilities.length; repeat++) {
            for (int fold = 0; fold < folds.count(repeat); fold++) {
                metrics.add(metrics(table, folds, repeat, fold));
            }
        }
        return metrics;
    }

    private Metrics metrics(TrainingTable table, Folds folds, int repeat, int fold) {
        int size = 0;
        for (int row = 0; row < table.rows(); row++) {
            size += folds.fold(repeat, row) == fold ? 1 : 0;
        }
        double[] said = new double[size];
        boolean[] positives = new boolean[size];
        int[] rows = new int[size];
        int at = 0;
        for (int row = 0; row < table.rows(); row++) {
            if (folds.fold(repeat, row) == fold) {
                rows[at] = row;
                said[at] = probabilities[repeat][row];
                positives[at++] = table.positive(row);
            }
        }
        return Evaluator.metrics(said, positives, table.weights().only(rows));
    }
}
