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
 * @param observedRate positives over rows
 * @param meanProbability what the model said on average
 * @param rocAuc how well it ranks within the group
 * @param calibrationGap mean probability minus observed rate
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
        double topDecileShare) {}
