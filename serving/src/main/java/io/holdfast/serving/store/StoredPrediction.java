package io.holdfast.serving.store;

import java.time.LocalDate;

/**
 * The score that a decision rests on.
 *
 * @param predictionId hash of model, customer, day and values
 * @param customerId byte for byte
 * @param modelId the model's name
 * @param modelDigest the model's SHA-256
 * @param asOf the day as of which the values were known
 * @param validUntil the last day of use
 * @param probability of leaving
 * @param logOdds of the same
 * @param percentile among the training population
 * @param band code of the risk band
 * @param inputs the values, a JSON object
 * @param reasons the reasons, a JSON array
 */
public record StoredPrediction(
        String predictionId,
        String customerId,
        String modelId,
        String modelDigest,
        LocalDate asOf,
        LocalDate validUntil,
        double probability,
        double logOdds,
        double percentile,
        String band,
        String inputs,
        String reasons) {}
