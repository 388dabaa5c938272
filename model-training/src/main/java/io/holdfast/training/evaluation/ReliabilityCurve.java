package io.holdfast.training.evaluation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * What the model said beside what happened, in bins of equally many rows, or of equal weight where rows count differently, by ascending probability. Rows of one probability are never
 * parted, so there are fewer bins where many rows share one.
 *
 * @param bins at most {@value #BINS}
 * @param eceIfCalibrated the expected calibration error that a perfectly calibrated model shows on these rows by chance alone
 */
@JsonPropertyOrder({"bins", "eceIfCalibrated"})
public record ReliabilityCurve(List<Bin> bins, double eceIfCalibrated) {
    /** Bins where no two rows share a probability. */
    public static final int BINS = 10;

    /** Keeps a copy. */
    public ReliabilityCurve {
        bins = List.copyOf(bins);
    }

    /**
     * One bin.
     *
     * @param rows in it
     * @param positives those of them who left
     * @param meanProbability what the model said on average
     * @param observedRate positives over rows, by weight
     * @param interval Wilson score interval of the observed rate, of weighted rows by their effective number
     */
    @JsonPropertyOrder({"rows", "positives", "meanProbability", "observedRate", "interval"})
    public record Bin(long rows, long positives, double meanProbability, double observedRate, Interval interval) {}
}
