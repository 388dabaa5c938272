package io.holdfast.care.effect;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that became of a customer.
 *
 * @param kind what
 * @param at when it happened
 * @param amount of satisfaction or money; 0 for other kinds
 * @param leave with {@link OutcomeKind#LEFT} only
 */
public record DatedOutcome(OutcomeKind kind, Instant at, double amount, Optional<LeaveType> leave) {
    boolean isVoluntaryLeave() {
        return kind == OutcomeKind.LEFT && leave.equals(Optional.of(LeaveType.VOLUNTARY));
    }

    boolean isEnd() {
        return kind == OutcomeKind.LEFT && leave.map(LeaveType::isEnd).orElse(false);
    }
}
