package io.holdfast.scoring.score;

import io.holdfast.scoring.model.AdditiveModel;
import java.util.List;

/**
 * One customer's risk of leaving. {@code baseLogOdds} plus all contributions is {@code logOdds}, the log-odds of
 * {@code probability}. Immutable.
 */
public final class ChurnScore {
    private static final int PERCENT = 100;

    private final CustomerRecord customer;
    private final PredictionId predictionId;
    private final double baseLogOdds;
    private final double logOdds;
    private final double probability;
    private final double[] contributions;
    private final int[] bins;
    private final double percentile;
    private final RiskBand band;
    private final List<InputWarning> warnings;

    ChurnScore(
            CustomerRecord customer,
            PredictionId predictionId,
            double baseLogOdds,
            double logOdds,
            double[] contributions,
            int[] bins,
            double percentile,
            RiskBand band,
            List<InputWarning> warnings) {
        this.customer = customer;
        this.predictionId = predictionId;
        this.baseLogOdds = baseLogOdds;
        this.logOdds = logOdds;
        this.probability = AdditiveModel.probability(logOdds);
        this.contributions = contributions;
        this.bins = bins;
        this.percentile = percentile;
        this.band = band;
        this.warnings = warnings;
    }

    /** The customer and values that were scored. */
    public CustomerRecord customer() {
        return customer;
    }

    /** Hash of model, customer, as-of date and the model's values: the same input has the same id. 32 hexadecimal digits. */
    public String predictionId() {
        return predictionId.toString();
    }

    /** What {@link #predictionId} says, without making a text of it. */
    public PredictionId prediction() {
        return predictionId;
    }

    /** Calibrated probability of leaving within the horizon, 0 to 1. */
    public double probability() {
        return probability;
    }

    /** The probability as a whole number of percent, 0 to 100. */
    public int score() {
        return (int) StrictMath.round(PERCENT * probability);
    }

    /** Log-odds of a customer whose columns are drawn independently from the training rows. */
    public double baseLogOdds() {
        return baseLogOdds;
    }

    /** Log-odds of the probability. */
    public double logOdds() {
        return logOdds;
    }

    /** What an input contributed to the log-odds. */
    public double contribution(int input) {
        return contributions[input];
    }

    /** Number of contributions, one per input. */
    public int contributions() {
        return contributions.length;
    }

    /** The bin of the model's coding that an input's value fell into. */
    public int bin(int input) {
        return bins[input];
    }

    /** Share of the training population with a lower score, 0 to 100. */
    public double percentile() {
        return percentile;
    }

    /** The band of the percentile. */
    public RiskBand band() {
        return band;
    }

    /** What the reader should know about the input, in the order of the inputs; empty when all is well. Unmodifiable. */
    public List<InputWarning> warnings() {
        return warnings;
    }
}
