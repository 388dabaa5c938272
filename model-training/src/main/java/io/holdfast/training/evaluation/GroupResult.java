package io.holdfast.training.evaluation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * How the model treats the rows that share one value of a sensitive column.
 *
 * @param column the sensitive column
 * @param value its value, empty for missing
 * @param rest whether these are all values beyond the {@value GroupTable#MOST_VALUES} commonest, taken together
 * @param rows with that value
 * @param positives those of them who left
 * @param observedRate positives over rows, by weight
 * @param meanProbability what the model said on average
 * @param rocAuc how well it ranks within the group
 * @param calibrationGap mean probability minus observed rate
 * @param calibrationGapP how probable so large a gap or a larger one is by chance where there is none, after Holm's correction over all
 *     groups compared
 * @param topDecileShare share of the group that is among the tenth of all rows that scores highest
 */
@JsonPropertyOrder({
    "column",
    "value",
    "rest",
    "rows",
    "positives",
    "observedRate",
    "meanProbability",
    "rocAuc",
    "calibrationGap",
    "calibrationGapP",
    "topDecileShare"
})
public record GroupResult(
        String column,
        String value,
        boolean rest,
        long rows,
        long positives,
        Measure observedRate,
        double meanProbability,
        Measure rocAuc,
        Measure calibrationGap,
        Measure calibrationGapP,
        double topDecileShare) {
    /** Whether the model's probabilities are off for this group beyond chance. */
    public boolean off() {
        return calibrationGapP.known().orElse(1) < 1 - Interval.LEVEL;
    }

    /** The same with another p value. */
    GroupResult withChance(Measure p) {
        return new GroupResult(
                column,
                value,
                rest,
                rows,
                positives,
                observedRate,
                meanProbability,
                rocAuc,
                calibrationGap,
                p,
                topDecileShare);
    }
}
