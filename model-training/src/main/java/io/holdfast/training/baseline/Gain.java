package io.holdfast.training.baseline;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.holdfast.training.evaluation.EvaluationSettings;
import io.holdfast.training.evaluation.Metric;
import io.holdfast.training.evaluation.PairedEvaluation;
import io.holdfast.training.evaluation.PairedMetric;
import io.holdfast.training.evaluation.ScoredRows;

/**
 * A model beside a baseline on the same held-out rows.
 *
 * @param code of the baseline
 * @param title of it, in English
 * @param paired a is the model, b the baseline
 */
@JsonPropertyOrder({"code", "title", "paired"})
public record Gain(String code, String title, PairedEvaluation paired) {
    /**
     * The gain of a model over a baseline.
     *
     * @param model rows as the model scored them
     * @param probabilities of the same rows by the baseline
     */
    public static Gain of(
            String code, String title, ScoredRows model, double[] probabilities, EvaluationSettings settings) {
        return new Gain(code, title, PairedEvaluation.of(model, probabilities, settings));
    }

    /** One metric of both. */
    public PairedMetric metric(Metric metric) {
        return paired.metrics().stream()
                .filter(each -> each.metric() == metric)
                .findFirst()
                .orElseThrow();
    }
}
