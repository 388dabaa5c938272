package io.holdfast.cli;

import io.holdfast.care.effect.LeaveType;
import io.holdfast.care.effect.OutcomeKind;
import io.holdfast.serving.store.Outcome;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/** Makes outcomes of those who left of their own will. */
final class Leavings {
    private Leavings() {}

    static Outcome left(String id, String customer, Instant at) {
        return turn(id, customer, "", OutcomeKind.LEFT, at);
    }

    /** A unit left, or returned. */
    static Outcome turn(String id, String customer, String unit, OutcomeKind kind, Instant at) {
        return new Outcome(
                id,
                customer,
                unit,
                kind,
                Optional.of(LeaveType.VOLUNTARY).filter(type -> kind == OutcomeKind.LEFT),
                Optional.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                at,
                at);
    }
}
