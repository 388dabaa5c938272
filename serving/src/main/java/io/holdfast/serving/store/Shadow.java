package io.holdfast.serving.store;

import java.time.Instant;

/**
 * A play that was only written down, as the next plan sees it.
 *
 * @param customerId the id that stays after merges
 * @param dueAt when its first step would have been due
 * @param action its code
 * @param planId the plan that decided
 */
public record Shadow(String customerId, Instant dueAt, String action, String planId) {}
