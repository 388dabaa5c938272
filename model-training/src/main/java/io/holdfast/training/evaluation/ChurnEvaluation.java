package io.holdfast.training.evaluation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * The verdict on a model, from rows it was not trained on. Written and read back as JSON by {@code StrictJson}, without loss.
 *
 * @param rows evaluated
 * @param positives those of them who left
 * @param baseRate positives over rows, by weight
 * @param intervals how the intervals came about
 * @param model the metrics of the model
 * @param baseline the same metrics of a model that gives every row the base rate: the best that is possible without looking
 * @param reliability what the model said beside what happened
 * @param lift what contacting the highest scores finds
 * @param groups one entry per value of each sensitive column
 * @param curves what a report draws of the ranking
 * @param profit what contacting the highest scores would have brought
 */
@JsonPropertyOrder({
    "rows",
    "positives",
    "baseRate",
    "intervals",
    "model",
    "baseline",
    "reliability",
    "lift",
    "groups",
    "curves"
})
public record ChurnEvaluation(
        long rows,
        long positives,
        double baseRate,
        Resampling intervals,
        Metrics model,
        Metrics baseline,
        ReliabilityCurve reliability,
        LiftCurve lift,
        List<GroupResult> groups,
        Curves curves,
        ProfitEvaluation profit) {
    private static final double BY_LOT = 0.5;

    /** Keeps a copy. */
    public ChurnEvaluation {
        groups = List.copyOf(groups);
    }

    /** Whether the model gives all rows one probability, as one does that uses no column: in every sample it ranks as by lot. */
    public boolean sameForAll() {
        return model.measure(Metric.ROC_AUC) instanceof Measure.Estimated auc
                && auc.value() == BY_LOT
                && auc.interval().low() == BY_LOT
                && auc.interval().high() == BY_LOT;
    }

    /**
     * How the intervals came about.
     *
     * @param method in a few words; where rows have weights, it says so
     * @param effectiveRows how many rows of equal weight would tell a mean as exactly (Kish 1965); their number where all count the same
     * @param level of confidence
     * @param resamples bootstrap samples really drawn
     * @param seed of the bootstrap
     */
    @JsonPropertyOrder({"method", "effectiveRows", "level", "resamples", "seed"})
    public record Resampling(String method, double effectiveRows, double level, int resamples, long seed) {}
}
