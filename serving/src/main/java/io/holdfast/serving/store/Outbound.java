package io.holdfast.serving.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A contact that the company started beside the plays that were decided, as the next plan sees it.
 *
 * @param customerId the id that stays after merges
 * @param occurredAt when it was
 * @param action code of the action it carried out, if it was for a decision
 * @param planId the plan of that decision
 */
public record Outbound(String customerId, Instant occurredAt, Optional<String> action, Optional<String> planId) {}
