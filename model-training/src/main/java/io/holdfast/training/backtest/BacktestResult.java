package io.holdfast.training.backtest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.holdfast.training.evaluation.BaselineComparison;
import io.holdfast.training.evaluation.Measure;
import io.holdfast.training.evaluation.Metrics;
import java.util.List;

/**
 * What a recipe would have been worth, month after month. Written as JSON by {@code StrictJson}.
 *
 * @param learner what learned
 * @param knownAfterDays days after a row's date until its outcome counts as known
 * @param periods ascending
 * @param pooled the rows of all periods together
 * @param gains of the model over each baseline on the pooled rows
 * @param leadTime how early leavers stood on the list
 * @param notes what a reader of the figures has to know, one sentence each
 */
@JsonPropertyOrder({"learner", "knownAfterDays", "periods", "pooled", "gains", "leadTime", "notes"})
public record BacktestResult(
        String learner,
        int knownAfterDays,
        List<Period> periods,
        Figures pooled,
        List<BaselineComparison> gains,
        LeadTime leadTime,
        List<String> notes) {
    /** Keeps copies. */
    public BacktestResult {
        periods = List.copyOf(periods);
        gains = List.copyOf(gains);
        notes = List.copyOf(notes);
    }

    /**
     * One month.
     *
     * @param month as 2026-01
     * @param learnedRows how many rows the model learned from
     * @param learnedUntil the latest date of them
     * @param model the figures of the model that learned just before
     * @param first those of the model of the first period, left as it was: what a model loses that is never trained again
     * @param baselines the metrics of each baseline, without intervals
     */
    @JsonPropertyOrder({"month", "learnedRows", "learnedUntil", "model", "first", "baselines"})
    public record Period(
            String month,
            long learnedRows,
            String learnedUntil,
            Figures model,
            Figures first,
            List<BaselineFigures> baselines) {
        /** Keeps a copy. */
        public Period {
            baselines = List.copyOf(baselines);
        }
    }

    /**
     * Figures of one model on some rows; intervals by bootstrap over whole customers.
     *
     * @param rows judged
     * @param positives those of them who left
     * @param baseRate positives over rows, by weight
     * @param metrics of the ranking and of the probabilities
     * @param predictedToObserved leavers expected over leavers found
     */
    @JsonPropertyOrder({"rows", "positives", "baseRate", "metrics", "predictedToObserved"})
    public record Figures(long rows, long positives, double baseRate, Metrics metrics, Measure predictedToObserved) {}

    /**
     * The metrics of one baseline.
     *
     * @param code of it
     * @param title of it, in English
     */
    @JsonPropertyOrder({"code", "title", "metrics"})
    public record BaselineFigures(String code, String title, Metrics metrics) {}
}
