package io.holdfast.training.evaluation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;

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
    /** What ranking and probabilities are judged by. */
    private static final List<Metric> BRIEF = List.of(Metric.ROC_AUC, Metric.LOG_LOSS);

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

    /** Whether a simpler baseline ranks or predicts better than the model, beyond chance, and the model nothing better than it. */
    @JsonIgnore
    public boolean isBetter() {
        return BRIEF.stream().anyMatch(metric -> paired(metric).verdict() == PairedMetric.Verdict.B_BETTER)
                && BRIEF.stream().noneMatch(metric -> paired(metric).verdict() == PairedMetric.Verdict.A_BETTER);
    }

    /** Whether it has the better figures, though no difference is shown beyond chance. */
    @JsonIgnore
    public boolean isNominallyBetter() {
        return BRIEF.stream()
                .map(this::paired)
                .allMatch(paired -> paired.verdict() == PairedMetric.Verdict.NO_DIFFERENCE_SHOWN
                        && paired.difference().known().isPresent()
                        && (paired.metric().best() == Best.HIGHEST
                                ? paired.difference().known().getAsDouble() < 0
                                : paired.difference().known().getAsDouble() > 0));
    }

    /** What a reader has to know where the baseline does better; empty where it does not. */
    public Optional<String> caution() {
        if (isBetter()) {
            return Optional.of(
                    "On the rows that judge it, the model is worse than " + title
                            + ", beyond chance: its further freedom does not pay here, and nobody should prefer it for its figures.");
        }
        return isNominallyBetter()
                ? Optional.of("On the rows that judge the model, the figures of " + title
                        + " are better than the model's, within chance: that the model adds anything is not shown.")
                : Optional.empty();
    }
}
