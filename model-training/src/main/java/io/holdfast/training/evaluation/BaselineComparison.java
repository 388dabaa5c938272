package io.holdfast.training.evaluation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What a baseline reaches on the rows that a model is judged by, and how far the model is from it.
 *
 * @param code of the baseline
 * @param title of it, in English
 * @param metrics of the baseline
 * @param paired the model as A and the baseline as B, on the same samples
 */
@JsonPropertyOrder({"code", "title", "metrics", "paired"})
public record BaselineComparison(String code, String title, Metrics metrics, PairedEvaluation paired) {
    /**
     * Compares.
     *
     * @param model rows as the model scored them
     * @param baseline probabilities by the baseline, in the same order
     */
    public static BaselineComparison of(
            String code, String title, ScoredRows model, double[] baseline, EvaluationSettings settings) {
        RankedRows ranked = RankedRows.of(baseline, model.positives(), model.clusters(), model.weights());
        return new BaselineComparison(
                code,
                title,
                Metrics.each(Bootstrap.of(ranked, settings)::measure),
                PairedEvaluation.of(model, baseline, settings));
    }

    /** One metric of the two. */
    public PairedMetric paired(Metric metric) {
        return paired.metrics().stream()
                .filter(one -> one.metric() == metric)
                .findFirst()
                .orElseThrow();
    }
}
