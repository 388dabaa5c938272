package io.holdfast.training.publish;

import io.holdfast.training.evaluation.ChurnEvaluation;
import io.holdfast.training.evaluation.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Says what figures alone may not tell: that a model is no good. */
final class Verdict {
    private static final double BY_CHANCE = 0.5;
    private static final int DECIMALS = 4;

    /** A model that answers the base rate differs from it by rounding. */
    private static final double EQUAL = 1e-9;

    private Verdict() {}

    /** One sentence each; none where all is as it should be. */
    static List<String> notes(ChurnEvaluation evaluation) {
        List<String> notes = new ArrayList<>();
        if (evaluation.model().rocAuc() instanceof Measure.Estimated auc
                && auc.interval().low() <= BY_CHANCE) {
            notes.add("On held-out customers the model may rank no better than chance: the interval of its ROC AUC, "
                    + Rounded.text(auc.interval().low(), DECIMALS) + " to "
                    + Rounded.text(auc.interval().high(), DECIMALS) + ", does not lie above 0.5.");
        }
        OptionalDouble model = evaluation.model().logLoss().known();
        OptionalDouble baseline = evaluation.baseline().logLoss().known();
        if (model.isPresent() && baseline.isPresent() && model.getAsDouble() >= baseline.getAsDouble() - EQUAL) {
            notes.add("On held-out customers the model is no better than the base rate alone (log loss "
                    + Rounded.text(model.getAsDouble(), DECIMALS) + " against "
                    + Rounded.text(baseline.getAsDouble(), DECIMALS) + "); nobody should act on its scores.");
        }
        return notes;
    }

    /** The figures of the rows a model was calibrated on beside those it is judged by. */
    static String beside(ChurnEvaluation validation, ChurnEvaluation test) {
        return "validation: " + figures(validation) + "; test: " + figures(test);
    }

    private static String figures(ChurnEvaluation evaluation) {
        return "ROC AUC " + shown(evaluation.model().rocAuc()) + ", log loss "
                + shown(evaluation.model().logLoss());
    }

    private static String shown(Measure measure) {
        OptionalDouble known = measure.known();
        return known.isPresent() ? Rounded.text(known.getAsDouble(), DECIMALS) : "undefined";
    }
}
