package io.holdfast.training.baseline;

import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fit.PlattScale;
import io.holdfast.training.split.Part;
import io.holdfast.training.split.Split;
import java.util.Arrays;

/**
 * A way to rank customers that a model has to beat. The array is kept, not copied.
 *
 * @param code what it is called in JSON
 * @param title what people call it
 * @param scores one a row of the table, known on the row's date; more means likelier to leave
 * @param probability whether scores are probabilities as they stand; others become some by a logistic line through the training rows
 */
@SuppressWarnings("ArrayRecordComponent") // millions of rows; equality of two of these is nobody's question
public record Baseline(String code, LocalizedText title, double[] scores, boolean probability) {
    /** Checks the scores. */
    public Baseline {
        for (int row = 0; row < scores.length; row++) {
            if (!Double.isFinite(scores[row]) || (probability && (scores[row] < 0 || scores[row] > 1))) {
                throw new IllegalArgumentException(
                        "scores[" + row + "]: " + scores[row] + " (expected: " + (probability ? "0 to 1)" : "finite)"));
            }
        }
    }

    /** The scores of some rows, in their order. */
    public double[] scores(int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> scores[row]).toArray();
    }

    /** The probabilities of the test rows of a split, by what its training rows teach. */
    public double[] probabilities(TrainingTable table, Split split) {
        double[] test = scores(split.rows(Part.TEST));
        if (probability) {
            return test;
        }
        int[] training = split.rows(Part.TRAINING);
        boolean[] positives = new boolean[training.length];
        for (int i = 0; i < training.length; i++) {
            positives[i] = table.positive(training[i]);
        }
        return PlattScale.fit(scores(training), positives, table.weights().meanOne(training))
                .probabilities(test);
    }
}
