package io.holdfast.training.evaluation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * The curves that people draw of a ranking, each of at most {@value #MOST_POINTS} of its true corners, its last one included: a straight
 * line between two points is what ties by lot would give. All are empty where the rows are of one class.
 *
 * @param roc from 0, 0 to 1, 1, by descending threshold
 * @param precisionRecall by ascending recall, up to 1
 * @param gain by ascending share, up to 1; it begins at 0, 0, which is not among the points
 */
@JsonPropertyOrder({"roc", "precisionRecall", "gain"})
public record Curves(List<RocPoint> roc, List<PrecisionRecallPoint> precisionRecall, List<GainPoint> gain) {
    /** Points of a curve. */
    public static final int MOST_POINTS = 200;

    /** Keeps copies. */
    public Curves {
        roc = List.copyOf(roc);
        precisionRecall = List.copyOf(precisionRecall);
        gain = List.copyOf(gain);
    }

    /**
     * What contacting everybody at or above one threshold finds.
     *
     * @param falsePositiveRate contacted stayers over all stayers
     * @param truePositiveRate contacted leavers over all leavers
     */
    @JsonPropertyOrder({"falsePositiveRate", "truePositiveRate"})
    public record RocPoint(double falsePositiveRate, double truePositiveRate) {}

    /**
     * How many of those contacted leave.
     *
     * @param recall contacted leavers over all leavers
     * @param precision contacted leavers over all contacted
     */
    @JsonPropertyOrder({"recall", "precision"})
    public record PrecisionRecallPoint(double recall, double precision) {}

    /**
     * What the top of the list holds.
     *
     * @param share contacted customers over all, above 0
     * @param captured contacted leavers over all leavers
     * @param lift rate of leavers among the contacted over that of all: captured over share
     */
    @JsonPropertyOrder({"share", "captured", "lift"})
    public record GainPoint(double share, double captured, double lift) {}
}
