package io.holdfast.training.evaluation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The measures of one model on one set of rows.
 *
 * @param rocAuc area under the ROC curve: the chance that a leaver scores above a stayer, ties counting half
 * @param prAuc average precision: the mean, over leavers, of the precision at the leaver's score
 * @param logLoss mean negative log-likelihood in nats; a probability of 0 or 1 counts as 2^-52 away from it
 * @param brier mean squared difference between probability and outcome
 * @param ece expected calibration error: the mean, over {@value ReliabilityCurve#BINS} bins of equally many rows, of the absolute
 *     difference between mean probability and observed rate
 * @param calibrationGap mean probability minus observed rate; above 0 the model says too much
 * @param topDecileLift observed rate among the tenth of the rows that score highest, over that of all rows
 */
@JsonPropertyOrder({"rocAuc", "prAuc", "logLoss", "brier", "ece", "calibrationGap", "topDecileLift"})
public record Metrics(
        Measure rocAuc,
        Measure prAuc,
        Measure logLoss,
        Measure brier,
        Measure ece,
        Measure calibrationGap,
        Measure topDecileLift) {}
