package io.holdfast.training.publish;

import io.holdfast.training.evaluation.ChurnEvaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Says what figures alone may not tell: that a model is no good, or too good to be true. */
final class Verdict {
    /** No honest table of customers was seen beyond it. */
    private static final double TOO_GOOD = 0.98;

    private static final int DECIMALS = 4;

    /** A model that answers the base rate differs from it by rounding. */
    private static final double EQUAL = 1e-9;

    private Verdict() {}

    /** One sentence each; none where all is as it should be. */
    static List<String> notes(ChurnEvaluation evaluation) {
        List<String> notes = new ArrayList<>();
        evaluation.model().rocAuc().known().ifPresent(auc -> {
            if (auc > TOO_GOOD) {
                notes.add("Held-out customers are ranked almost without a fault (ROC AUC " + Rounded.text(auc, DECIMALS)
                        + "); too good to be true, so look for columns that together give the label away.");
            }
        });
        OptionalDouble model = evaluation.model().logLoss().known();
        OptionalDouble baseline = evaluation.baseline().logLoss().known();
        if (model.isPresent() && baseline.isPresent() && model.getAsDouble() >= baseline.getAsDouble() - EQUAL) {
            notes.add("On held-out customers the model is no better than the base rate alone (log loss "
                    + Rounded.text(model.getAsDouble(), DECIMALS) + " against "
                    + Rounded.text(baseline.getAsDouble(), DECIMALS) + "); nobody should act on its scores.");
        }
        return notes;
    }
}
