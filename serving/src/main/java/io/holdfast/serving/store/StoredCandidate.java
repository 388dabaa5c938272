package io.holdfast.serving.store;

import java.util.OptionalDouble;

/**
 * What could have been chosen for a customer.
 *
 * @param action code of the action, or that of doing nothing
 * @param assignedWith the probability, before the lot was drawn, that it was chosen, 0 to 1
 * @param gain expected net margin against doing nothing; empty where it was not estimated
 */
public record StoredCandidate(String action, double assignedWith, OptionalDouble gain) {}
