package io.holdfast.training.backtest;

import io.holdfast.training.additive.AdditiveSettings;
import io.holdfast.training.additive.AdditiveTrainer;
import io.holdfast.training.evaluation.EvaluationSettings;
import io.holdfast.training.fit.ChurnTrainer;
import io.holdfast.training.publish.Refit;
import java.nio.file.Path;
import java.util.List;

/**
 * What to backtest.
 *
 * @param datasetYaml the description of a table of many dates
 * @param trainer what learns
 * @param how after how many days outcomes are known, and what the model has to beat
 * @param leaves who left when, for the lead time; none where nobody knows
 * @param periods the latest so many months that can be judged, {@value #LEAST} to {@value #MOST}
 * @param settings seed of everything random, and bootstrap samples behind every interval
 */
public record BacktestRequest(
        Path datasetYaml,
        ChurnTrainer trainer,
        Refit how,
        List<LeaveDay> leaves,
        int periods,
        EvaluationSettings settings) {
    /** The fewest months. */
    public static final int LEAST = 1;

    /** The most months. */
    public static final int MOST = 60;

    /** Checks the range. */
    public BacktestRequest {
        if (periods < LEAST || periods > MOST) {
            throw new IllegalArgumentException("periods: " + periods + " (expected: " + LEAST + " to " + MOST + ")");
        }
        leaves = List.copyOf(leaves);
    }

    /** The additive engine and the usual number of bootstrap samples. */
    public static BacktestRequest of(Path datasetYaml, Refit how, List<LeaveDay> leaves, int periods, long seed) {
        return new BacktestRequest(
                datasetYaml,
                new AdditiveTrainer(AdditiveSettings.defaults()),
                how,
                leaves,
                periods,
                EvaluationSettings.defaults().withSeed(seed));
    }

    /** The same with another learner. */
    public BacktestRequest withTrainer(ChurnTrainer other) {
        return new BacktestRequest(datasetYaml, other, how, leaves, periods, settings);
    }
}
