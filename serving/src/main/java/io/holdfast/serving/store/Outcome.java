package io.holdfast.serving.store;

import io.holdfast.care.effect.DatedOutcome;
import io.holdfast.care.effect.LeaveType;
import io.holdfast.care.effect.OutcomeKind;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What became of a customer.
 *
 * @param outcomeId given by whoever reports it, so that reporting it twice counts once
 * @param customerId byte for byte, as it came
 * @param unit the line, policy or account; empty where it is about the customer with all they have
 * @param kind what
 * @param leave with {@link OutcomeKind#LEFT} only
 * @param reason a code, with stated and confirmed reasons only
 * @param amount with kinds that have one only
 * @param predictionId the score it is about
 * @param decisionId the decision it is about
 * @param supersedes the outcome that it corrects; its own id where the same outcome is told anew
 * @param occurredAt when it happened
 * @param reportedAt when it was reported
 */
public record Outcome(
        String outcomeId,
        String customerId,
        String unit,
        OutcomeKind kind,
        Optional<LeaveType> leave,
        Optional<String> reason,
        OptionalDouble amount,
        Optional<String> predictionId,
        Optional<String> decisionId,
        Optional<String> supersedes,
        Instant occurredAt,
        Instant reportedAt) {
    String fingerprint() {
        return Fingerprint.of(
                customerId,
                unit,
                kind.code(),
                leave.map(LeaveType::code).orElse(""),
                reason.orElse(""),
                amount.isPresent() ? Double.toString(amount.getAsDouble()) : "",
                predictionId.orElse(""),
                decisionId.orElse(""),
                supersedes.orElse(""),
                Micros.of(occurredAt),
                Micros.of(reportedAt));
    }

    boolean tellsItselfAnew() {
        return supersedes.equals(Optional.of(outcomeId));
    }

    DatedOutcome dated() {
        return new DatedOutcome(kind, occurredAt, amount.orElse(0), leave);
    }
}
