package io.holdfast.care.effect;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes decided units. */
final class Units {
    static final Instant DAY = Instant.parse("2026-01-15T00:00:00Z");

    private Units() {}

    static DecidedUnit unit(String cluster, Side side, String plan, Instant at, DatedOutcome... outcomes) {
        return new DecidedUnit(
                cluster,
                cluster,
                side,
                0.1,
                plan,
                "bill-review",
                "price",
                "key",
                at,
                false,
                false,
                false,
                List.of(outcomes));
    }

    static DecidedUnit unit(String cluster, Side side, DatedOutcome... outcomes) {
        return unit(cluster, side, "p1", DAY, outcomes);
    }

    static DecidedUnit of(String customer, DecidedUnit unit) {
        return of(customer, unit.unit(), unit);
    }

    static DecidedUnit line(String line, DecidedUnit unit) {
        return of(unit.customer(), line, unit);
    }

    private static DecidedUnit of(String customer, String line, DecidedUnit unit) {
        return new DecidedUnit(
                customer,
                line,
                unit.cluster(),
                unit.side(),
                unit.heldOutWith(),
                unit.plan(),
                unit.action(),
                unit.reason(),
                unit.tier(),
                unit.decidedAt(),
                unit.lost(),
                unit.reached(),
                unit.mixed(),
                unit.outcomes());
    }

    /** Everything is reported up to then. */
    static Map<OutcomeKind, Instant> reported(Instant last) {
        Map<OutcomeKind, Instant> all = new EnumMap<>(OutcomeKind.class);
        for (OutcomeKind kind : OutcomeKind.values()) {
            all.put(kind, last);
        }
        return all;
    }

    static DecidedUnit lost(DecidedUnit unit) {
        return new DecidedUnit(
                unit.customer(),
                unit.unit(),
                unit.cluster(),
                unit.side(),
                unit.heldOutWith(),
                unit.plan(),
                unit.action(),
                unit.reason(),
                unit.tier(),
                unit.decidedAt(),
                true,
                unit.reached(),
                unit.mixed(),
                unit.outcomes());
    }

    static DecidedUnit with(DecidedUnit unit, double heldOutWith, boolean mixed, boolean reached, String reason) {
        return new DecidedUnit(
                unit.customer(),
                unit.unit(),
                unit.cluster(),
                unit.side(),
                heldOutWith,
                unit.plan(),
                unit.action(),
                reason,
                unit.tier(),
                unit.decidedAt(),
                unit.lost(),
                reached,
                mixed,
                unit.outcomes());
    }

    static DatedOutcome left(int days) {
        return left(days, LeaveType.VOLUNTARY);
    }

    static DatedOutcome left(int days, LeaveType type) {
        return new DatedOutcome(OutcomeKind.LEFT, after(days), 0, Optional.of(type));
    }

    static DatedOutcome outcome(OutcomeKind kind, int days, double amount) {
        return new DatedOutcome(kind, after(days), amount, Optional.empty());
    }

    static Instant after(int days) {
        return DAY.plus(Duration.ofDays(days));
    }
}
