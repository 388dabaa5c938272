package io.holdfast.features.value;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A model with what is known of its parameters.
 *
 * @param <M> the model
 */
@JsonPropertyOrder({"parameters", "fit"})
public record Fitted<M>(M parameters, FitReport fit) {}
