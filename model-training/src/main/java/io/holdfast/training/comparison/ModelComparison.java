package io.holdfast.training.comparison;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.holdfast.training.evaluation.ChurnEvaluation;
import io.holdfast.training.evaluation.PairedMetric;
import java.util.List;

/**
 * Two models on the same rows.
 *
 * @param a one model
 * @param b the other
 * @param rows that neither was trained on
 * @param positives those of them who left
 * @param intervals how the intervals came about; both models see every sample
 * @param metrics each of both models, with the difference
 * @param top whom both put at the top of the list
 * @param bandChanged share of the customers whose band of risk differs
 * @param reasonChanged share of the customers whose leading reason differs, or is there with one model only
 */
@JsonPropertyOrder({"a", "b", "rows", "positives", "intervals", "metrics", "top", "bandChanged", "reasonChanged"})
public record ModelComparison(
        Model a,
        Model b,
        long rows,
        long positives,
        ChurnEvaluation.Resampling intervals,
        List<PairedMetric> metrics,
        List<TopOverlap> top,
        double bandChanged,
        double reasonChanged) {
    /** Keeps copies. */
    public ModelComparison {
        metrics = List.copyOf(metrics);
        top = List.copyOf(top);
    }

    /**
     * Which model it is.
     *
     * @param modelId its name
     * @param digest of its bundle
     * @param trainer what trained it
     */
    @JsonPropertyOrder({"modelId", "digest", "trainer"})
    public record Model(String modelId, String digest, String trainer) {}

    /**
     * The top of both lists. Among equal probabilities the row that comes first in the table stands higher.
     *
     * @param share of the list
     * @param customers that share is
     * @param both how many of them are in the top of both
     */
    @JsonPropertyOrder({"share", "customers", "both"})
    public record TopOverlap(double share, long customers, long both) {}
}
