package io.holdfast.serving.store;

import io.holdfast.care.effect.EffectStudy;
import io.holdfast.care.effect.LeaveType;
import io.holdfast.care.effect.OutcomeKind;
import io.holdfast.serving.work.Days;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** What became of customers. Thread-safe. */
public final class Outcomes {
    /** Of an outcome {@code o}: nobody of the same customer corrects it. */
    static final String COUNTS = "not exists (select 1 from outcome later where later.supersedes = o.outcome_id and"
            + " later.outcome_id <> o.outcome_id and later.customer_id = o.customer_id)";

    private final Connections connections;

    Outcomes(Connections connections) {
        this.connections = connections;
    }

    /** Notes many outcomes with one write to the disk, in order; each is taken or refused alone. */
    public List<RowOutcome> addAll(List<Outcome> outcomes, Writing writing) {
        return connections.write(handle -> {
            AuditTrail.takeTurn(handle);
            List<RowOutcome> rows = new ArrayList<>(outcomes.size());
            for (Outcome outcome : outcomes) {
                try {
                    rows.add(add(handle, outcome, writing));
                } catch (WriteRefusedException e) {
                    // Refusals come before anything of the row is written, so there is nothing to take back.
                    rows.add(RowOutcome.of(e));
                }
            }
            return rows;
        });
    }

    /** A customer's outcomes that count, the oldest first. */
    public List<Outcome> of(String customerId) {
        return connections.read(handle -> handle.createQuery("select * from outcome o where customer_id = :id and "
                        + COUNTS + " order by occurred_at, outcome_id")
                .bind("id", Customers.current(handle, customerId))
                .map(Outcomes::outcome)
                .list());
    }

    /** Changes whenever an outcome is noted. */
    public String mark() {
        return connections.read(handle -> handle.createQuery(
                        "select count(*) as outcomes, max(recorded_at) as last_recorded from outcome")
                .map((row, context) -> row.getLong("outcomes") + " " + row.getLong("last_recorded"))
                .one());
    }

    private static RowOutcome add(Handle handle, Outcome outcome, Writing writing) {
        String fingerprint = outcome.fingerprint();
        Optional<String> flags = handle.createQuery("select o.flags from outcome o join outcome_version v on"
                        + " v.outcome_id = o.outcome_id where v.outcome_id = :id and v.fingerprint = :fingerprint")
                .bind("id", outcome.outcomeId())
                .bind("fingerprint", fingerprint)
                .mapTo(String.class)
                .findOne();
        if (flags.isPresent()) {
            return RowOutcome.of(false, flags(flags.get()));
        }
        String current = Customers.current(handle, outcome.customerId());
        boolean known = requireFree(handle, outcome, current);
        List<OutcomeFlag> odd = flags(handle, outcome, current, writing);
        String customer = Customers.ensure(handle, outcome.customerId(), writing);
        write(handle, outcome, customer, odd, writing);
        handle.createUpdate("insert into outcome_version (outcome_id, fingerprint, recorded_at) values (:id,"
                        + " :fingerprint, :at)")
                .bind("id", outcome.outcomeId())
                .bind("fingerprint", fingerprint)
                .bind("at", writing.micros())
                .execute();
        AuditTrail.append(
                handle,
                writing.at(),
                writing.actor(),
                known ? "outcome_corrected" : "outcome_noted",
                Customers.auditRef(handle, customer).orElse(""),
                AuditDetail.of("outcome", outcome.outcomeId())
                        .and("kind", outcome.kind().code())
                        .toString());
        return RowOutcome.of(true, odd);
    }

    /** Refuses what contradicts the store; says whether the id stands there already, to be told anew. */
    private static boolean requireFree(Handle handle, Outcome outcome, String current) {
        Optional<Outcome> same = find(handle, outcome.outcomeId());
        if (same.isPresent() && !outcome.tellsItselfAnew()) {
            throw WriteRefusedException.conflict(
                    "outcome_exists",
                    "Another outcome has this id (expected: the same one, an id of its own, or a correction that supersedes it).",
                    "另一条结果已使用该编号（应为：同一条结果、新的编号，或以 supersedes 更正）。");
        }
        requireSameCustomer(handle, same, current);
        same.ifPresent(known -> requireLater(outcome, known));
        if (same.isPresent() && isCorrected(handle, outcome.outcomeId(), current)) {
            throw alreadyCorrected();
        }
        if (outcome.supersedes().isPresent() && !outcome.tellsItselfAnew()) {
            String corrected = outcome.supersedes().get();
            requireSameCustomer(handle, find(handle, corrected), current);
            if (isCorrected(handle, corrected, current)) {
                throw alreadyCorrected();
            }
            requireNoCircle(handle, outcome.outcomeId(), corrected);
        }
        if (outcome.decisionId().isPresent()) {
            StoredDecision decision = Decisions.find(
                            handle, outcome.decisionId().get())
                    .orElseThrow(() -> WriteRefusedException.absent(
                                    "no_such_decision",
                                    "There is no such decision (expected: the id of one that /v1/care:lookup gave).",
                                    "没有该决定（应为：/v1/care:lookup 给出的决定编号）。")
                            .at("decisionId"));
            if (!decision.customerId().equals(current)) {
                throw otherCustomer();
            }
        }
        return same.isPresent();
    }

    /** Which of two tellings under one id is the correction is known by their reports alone; one by its day may be of any hour of it. */
    private static void requireLater(Outcome outcome, Outcome known) {
        if (Days.end(outcome.reportedAt()).isBefore(known.reportedAt())) {
            throw WriteRefusedException.conflict(
                            "earlier_report",
                            "The outcome was told later already, so this is no correction of it (expected: a reportedAt of "
                                    + known.reportedAt() + " or later).",
                            "该结果已有更晚的报告，此次不能作为更正（应为：reportedAt 不早于 " + known.reportedAt() + "）。")
                    .at("reportedAt");
        }
    }

    private static void requireSameCustomer(Handle handle, Optional<Outcome> other, String current) {
        if (other.isPresent()
                && !Customers.current(handle, other.get().customerId()).equals(current)) {
            throw otherCustomer();
        }
    }

    private static WriteRefusedException alreadyCorrected() {
        return WriteRefusedException.conflict(
                "already_corrected",
                "Another outcome corrects that one already (expected: a correction of the latest one).",
                "该结果已被另一条结果更正（应为：更正最新的一条）。");
    }

    /** A correction may come before what it corrects, so that a third one could lead back to it: then none of them would count. */
    private static void requireNoCircle(Handle handle, String outcomeId, String corrected) {
        Set<String> passed = new HashSet<>();
        Optional<String> next = Optional.of(corrected);
        while (next.isPresent() && passed.add(next.get())) {
            if (next.get().equals(outcomeId)) {
                throw WriteRefusedException.conflict(
                        "circular_correction",
                        "Outcomes would correct each other in a circle (expected: a correction of an outcome that does not"
                                + " lead back to it).",
                        "各条结果会循环更正（应为：不会回到自身的更正）。");
            }
            next = find(handle, next.get()).flatMap(Outcome::supersedes);
        }
    }

    private static WriteRefusedException otherCustomer() {
        return WriteRefusedException.conflict(
                "other_customer",
                "What the outcome refers to is about another customer (expected: the same one).",
                "该结果所指的对象属于另一客户（应为：同一客户）。");
    }

    private static boolean isCorrected(Handle handle, String outcomeId, String current) {
        return handle.createQuery("select count(*) from outcome where supersedes = :id and outcome_id <> :id and"
                                + " customer_id = :current")
                        .bind("id", outcomeId)
                        .bind("current", current)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    private static Optional<Outcome> find(Handle handle, String outcomeId) {
        return handle.createQuery("select * from outcome where outcome_id = :id")
                .bind("id", outcomeId)
                .map(Outcomes::outcome)
                .findOne();
    }

    private static List<OutcomeFlag> flags(Handle handle, Outcome outcome, String current, Writing writing) {
        List<OutcomeFlag> flags = new ArrayList<>();
        if (outcome.decisionId()
                .flatMap(id -> Decisions.find(handle, id))
                .map(decision -> isBefore(outcome.occurredAt(), decision.decidedAt()))
                .orElse(false)) {
            flags.add(OutcomeFlag.EARLY);
        }
        if (Duration.between(outcome.occurredAt(), outcome.reportedAt()).compareTo(EffectStudy.DELAY) > 0) {
            flags.add(OutcomeFlag.LATE);
        }
        if (Days.start(outcome.occurredAt()).isAfter(writing.at())) {
            flags.add(OutcomeFlag.FUTURE);
        }
        if (Customers.auditRef(handle, current).isEmpty()) {
            flags.add(OutcomeFlag.UNKNOWN_CUSTOMER);
        }
        if (outcome.predictionId()
                .map(id -> !Presence.PREDICTION.has(handle, id))
                .orElse(false)) {
            flags.add(OutcomeFlag.UNKNOWN_PREDICTION);
        }
        if (outcome.supersedes().map(id -> find(handle, id).isEmpty()).orElse(false)) {
            flags.add(OutcomeFlag.UNKNOWN_CORRECTED);
        }
        return flags;
    }

    /** Of a day that is told without an hour nobody knows whether it was before the decision of that day; effects count it. */
    private static boolean isBefore(Instant occurredAt, Instant decidedAt) {
        return occurredAt.isBefore(Days.isDay(occurredAt) ? decidedAt.truncatedTo(ChronoUnit.DAYS) : decidedAt);
    }

    private static void write(
            Handle handle, Outcome outcome, String customer, List<OutcomeFlag> flags, Writing writing) {
        handle.createUpdate("insert into outcome (outcome_id, customer_id, given_id, unit, kind, leave_type, reason,"
                        + " amount, prediction_id, decision_id, supersedes, flags, occurred_at, reported_at, recorded_at)"
                        + " values (:outcome, :customer, :given, :unit, :kind, :leave, :reason, :amount, :prediction,"
                        + " :decision, :supersedes, :flags, :occurred, :reported, :at) on conflict (outcome_id) do update"
                        + " set given_id = excluded.given_id, unit = excluded.unit, kind = excluded.kind,"
                        + " leave_type = excluded.leave_type, reason = excluded.reason, amount = excluded.amount,"
                        + " prediction_id = excluded.prediction_id, decision_id = excluded.decision_id,"
                        + " flags = excluded.flags, occurred_at = excluded.occurred_at,"
                        + " reported_at = excluded.reported_at, recorded_at = excluded.recorded_at")
                .bind("outcome", outcome.outcomeId())
                .bind("customer", customer)
                .bind("given", outcome.customerId())
                .bind("unit", outcome.unit())
                .bind("kind", outcome.kind().code())
                .bind("leave", outcome.leave().map(LeaveType::code).orElse(null))
                .bind("reason", outcome.reason().orElse(null))
                .bind("amount", outcome.amount().isPresent() ? outcome.amount().getAsDouble() : null)
                .bind("prediction", outcome.predictionId().orElse(null))
                .bind("decision", outcome.decisionId().orElse(null))
                .bind(
                        "supersedes",
                        outcome.tellsItselfAnew() ? null : outcome.supersedes().orElse(null))
                .bind("flags", flags.stream().map(OutcomeFlag::code).collect(Collectors.joining(" ")))
                .bind("occurred", Micros.of(outcome.occurredAt()))
                .bind("reported", Micros.of(outcome.reportedAt()))
                .bind("at", writing.micros())
                .execute();
    }

    private static List<OutcomeFlag> flags(String codes) {
        List<OutcomeFlag> flags = new ArrayList<>();
        for (OutcomeFlag flag : OutcomeFlag.values()) {
            if (List.of(codes.split(" ", -1)).contains(flag.code())) {
                flags.add(flag);
            }
        }
        return flags;
    }

    static Outcome outcome(ResultSet row, StatementContext context) throws SQLException {
        double amount = row.getDouble("amount");
        boolean none = row.wasNull();
        return new Outcome(
                row.getString("outcome_id"),
                row.getString("given_id"),
                row.getString("unit"),
                OutcomeKind.of(row.getString("kind")).orElseThrow(),
                Optional.ofNullable(row.getString("leave_type")).flatMap(LeaveType::of),
                Optional.ofNullable(row.getString("reason")),
                none ? OptionalDouble.empty() : OptionalDouble.of(amount),
                Optional.ofNullable(row.getString("prediction_id")),
                Optional.ofNullable(row.getString("decision_id")),
                Optional.ofNullable(row.getString("supersedes")),
                Micros.instant(row.getLong("occurred_at")),
                Micros.instant(row.getLong("reported_at")));
    }
}
