package io.holdfast.training.additive.interaction;

import io.holdfast.training.additive.boosting.Stage;

/**
 * A stage of pairs or triples.
 *
 * @param stage what was learned
 * @param needed the z it had to reach
 * @param kept whether it is part of the model
 */
public record InteractionStage(Stage stage, double needed, boolean kept) {}
