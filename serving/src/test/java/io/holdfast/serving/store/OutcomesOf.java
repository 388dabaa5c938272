package io.holdfast.serving.store;

import io.holdfast.care.effect.LeaveType;
import io.holdfast.care.effect.OutcomeKind;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/** Small outcomes for tests. */
public final class OutcomesOf {
    private OutcomesOf() {}

    /** Somebody left. */
    public static Outcome left(String outcomeId, String customer, Instant at) {
        return left(outcomeId, customer, "", at);
    }

    /** The same of one line or policy. */
    public static Outcome left(String outcomeId, String customer, String unit, Instant at) {
        return turn(OutcomeKind.LEFT, Optional.of(LeaveType.VOLUNTARY), outcomeId, customer, unit, at);
    }

    /** A line or policy of somebody left, or came back. */
    public static Outcome turn(
            OutcomeKind kind, Optional<LeaveType> leave, String outcomeId, String customer, String unit, Instant at) {
        return new Outcome(
                outcomeId,
                customer,
                unit,
                kind,
                leave,
                Optional.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                at,
                at);
    }

    /** Somebody brought so much. */
    public static Outcome margin(String outcomeId, String customer, double amount, Instant at) {
        return new Outcome(
                outcomeId,
                customer,
                "",
                OutcomeKind.MARGIN,
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.of(amount),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                at,
                at);
    }

    static Outcome correcting(Outcome outcome, String corrected) {
        return new Outcome(
                outcome.outcomeId(),
                outcome.customerId(),
                outcome.unit(),
                outcome.kind(),
                outcome.leave(),
                outcome.reason(),
                outcome.amount(),
                outcome.predictionId(),
                outcome.decisionId(),
                Optional.of(corrected),
                outcome.occurredAt(),
                outcome.reportedAt());
    }

    static Outcome about(Outcome outcome, Optional<String> prediction, Optional<String> decision, Instant reportedAt) {
        return new Outcome(
                outcome.outcomeId(),
                outcome.customerId(),
                outcome.unit(),
                outcome.kind(),
                outcome.leave(),
                outcome.reason(),
                outcome.amount(),
                prediction,
                decision,
                outcome.supersedes(),
                outcome.occurredAt(),
                reportedAt);
    }
}
