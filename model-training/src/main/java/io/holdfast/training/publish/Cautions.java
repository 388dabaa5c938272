package io.holdfast.training.publish;

import io.holdfast.training.evaluation.ChurnEvaluation;
import io.holdfast.training.evaluation.EvaluationText;
import io.holdfast.training.evaluation.Measure;
import io.holdfast.training.evaluation.Metric;
import io.holdfast.training.evaluation.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Says what figures alone may not tell: that a model is no good. */
final class Cautions {
    private static final double BY_CHANCE = 0.5;

    /** A model that answers the base rate differs from it by rounding. */
    private static final double EQUAL = 1e-9;

    private static final String SAME_FOR_ALL =
            "The model gives all held-out customers the same risk: it ranks nobody and has no reasons to name, and nobody should act on its scores.";

    private Cautions() {}

    /** One sentence each; none where all is as it should be. */
    static List<String> notes(ChurnEvaluation evaluation) {
        if (evaluation.sameForAll()) {
            return List.of(SAME_FOR_ALL);
        }
        List<String> notes = new ArrayList<>();
        if (evaluation.model().measure(Metric.ROC_AUC) instanceof Measure.Estimated auc
                && auc.interval().low() <= BY_CHANCE) {
            notes.add("On held-out customers the model may rank no better than chance: the interval of its ROC AUC, "
                    + Metric.ROC_AUC.text(auc.interval()) + ", does not lie above 0.5.");
        }
        OptionalDouble model = evaluation.model().measure(Metric.LOG_LOSS).known();
        OptionalDouble baseline = evaluation.baseline().measure(Metric.LOG_LOSS).known();
        if (model.isPresent() && baseline.isPresent() && model.getAsDouble() >= baseline.getAsDouble() - EQUAL) {
            notes.add("On held-out customers the model is no better than the base rate alone (log loss "
                    + Metric.LOG_LOSS.text(model.getAsDouble()) + " against "
                    + Metric.LOG_LOSS.text(baseline.getAsDouble()) + "); nobody should act on its scores.");
        }
        return notes;
    }

    /** The figures of the rows a model was calibrated on beside those it is judged by. */
    static String beside(Metrics validation, Metrics test) {
        return "validation: " + EvaluationText.brief(validation) + "; test: " + EvaluationText.brief(test);
    }
}
