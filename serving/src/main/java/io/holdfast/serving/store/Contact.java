package io.holdfast.serving.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A contact between the company and a customer.
 *
 * @param contactId given by whoever reports it, so that reporting it twice counts once
 * @param customerId byte for byte, as it came
 * @param decisionId the decision it carried out
 * @param kind {@code care}, {@code service}, {@code complaint}, {@code sale} or {@code other}
 * @param direction {@code inbound} or {@code outbound}
 * @param channel by which way
 * @param note in the agent's words, may be empty
 * @param occurredAt when it was
 * @param reportedAt when it was reported
 */
public record Contact(
        String contactId,
        String customerId,
        Optional<String> decisionId,
        String kind,
        String direction,
        String channel,
        String note,
        Instant occurredAt,
        Instant reportedAt) {
    String fingerprint() {
        return Fingerprint.of(
                customerId,
                decisionId.orElse(""),
                kind,
                direction,
                channel,
                note,
                Micros.of(occurredAt),
                Micros.of(reportedAt));
    }
}
