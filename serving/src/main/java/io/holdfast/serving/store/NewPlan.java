package io.holdfast.serving.store;

import java.util.List;

/**
 * A plan to be kept.
 *
 * @param planId names it; the same plan twice counts once
 * @param modelDigest the model's SHA-256
 * @param playbookDigest the playbook's SHA-256
 * @param holdOutSalt by which the hold-out was drawn
 * @param holdOutShare of the customers
 * @param settings budget and limits, a JSON object
 * @param summary what it comes to, a JSON object
 * @param predictions the scores it rests on
 * @param decisions one a customer or unit
 */
public record NewPlan(
        String planId,
        String modelDigest,
        String playbookDigest,
        String holdOutSalt,
        double holdOutShare,
        String settings,
        String summary,
        List<StoredPrediction> predictions,
        List<NewDecision> decisions) {
    /** Keeps copies. */
    public NewPlan {
        predictions = List.copyOf(predictions);
        decisions = List.copyOf(decisions);
    }
}
