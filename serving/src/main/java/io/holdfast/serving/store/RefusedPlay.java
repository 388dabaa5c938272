package io.holdfast.serving.store;

import java.time.Instant;

/**
 * A play that a merge had ended when the customer refused it, as told by who was at work on it.
 *
 * @param customerId the id that stays
 * @param action its code
 * @param planId the plan that decided
 * @param refusedAt when the customer said so
 */
public record RefusedPlay(String customerId, String action, String planId, Instant refusedAt) {}
