package io.holdfast.serving.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.holdfast.scoring.dataset.LocalizedText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** Decisions with their candidates and shadows, and the plans they came from. Used within the transactions of others. */
final class Decisions {
    private Decisions() {}

    /** Ends what is over, so that a new plan can decide anew. */
    static void expire(Handle handle, Instant now) {
        handle.createUpdate("update decision set state = 'expired' where state = 'open' and expires_at <= :now")
                .bind("now", Micros.of(now))
                .execute();
        handle.createUpdate("update work_item set status = 'closed', disposition = 'expired', updated_at = :now"
                        + " where status <> 'closed' and expires_at <= :now")
                .bind("now", Micros.of(now))
                .execute();
    }

    /** The same of some customers alone. */
    static void expire(Handle handle, List<String> current, Instant now) {
        handle.createUpdate("update decision set state = 'expired' where customer_id in (<ids>) and state = 'open' and"
                        + " expires_at <= :now")
                .bindList("ids", current)
                .bind("now", Micros.of(now))
                .execute();
        handle.createUpdate("update work_item set status = 'closed', disposition = 'expired', updated_at = :now"
                        + " where customer_id in (<ids>) and status <> 'closed' and expires_at <= :now")
                .bindList("ids", current)
                .bind("now", Micros.of(now))
                .execute();
    }

    static void insert(Handle handle, NewPlan plan, NewDecision decision, String customer, Writing writing) {
        Optional<DecisionStep> first = decision.steps().stream().findFirst();
        handle.createUpdate("insert into decision (decision_id, plan_id, customer_id, given_id, unit, household,"
                        + " owner, prediction_id, arm, status, cause, action, channel, team, texts, explanation, assigned_with,"
                        + " decided_at, due_at, expires_at, state, tier, goal, campaign_share) values (:decision, :plan, :customer, :given, :unit, :household,"
                        + " :owner, :prediction, :arm, :status, :cause, :action, :channel, :team, :texts, :explanation, :with,"
                        + " :at, :due, :expires, '" + StoredDecision.OPEN + "', :tier, :goal, :anew)")
                .bind("decision", decision.decisionId())
                .bind("plan", plan.planId())
                .bind("customer", customer)
                .bind("given", decision.customerId())
                .bind("unit", decision.unit())
                .bind("household", decision.household())
                .bind("owner", decision.owner())
                .bind("prediction", decision.predictionId().orElse(null))
                .bind("arm", decision.arm())
                .bind("status", decision.status())
                .bind("cause", decision.cause().orElse(null))
                .bind("action", decision.action().orElse(null))
                .bind("channel", first.map(DecisionStep::channel).orElse(null))
                .bind("team", first.map(DecisionStep::team).orElse(""))
                .bind("texts", first.map(step -> Texts.write(step.text())).orElse("{}"))
                .bind("explanation", decision.explanation())
                .bind("with", decision.assignedWith())
                .bind("at", writing.micros())
                .bind("due", Micros.of(first.map(DecisionStep::dueAt).orElse(writing.at())))
                .bind("expires", Micros.of(decision.expiresAt()))
                .bind("tier", decision.tier().orElse(null))
                .bind("goal", decision.goal().orElse(null))
                .bind("anew", decision.campaignShare())
                .execute();
        insertCandidates(handle, decision);
    }

    private static void insertCandidates(Handle handle, NewDecision decision) {
        if (decision.candidates().isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(
                "insert into candidate (decision_id, action, assigned_with, gain) values (:decision, :action, :with,"
                        + " :gain)");
        for (StoredCandidate candidate : decision.candidates()) {
            batch.bind("decision", decision.decisionId())
                    .bind("action", candidate.action())
                    .bind("with", candidate.assignedWith())
                    .bind(
                            "gain",
                            candidate.gain().isPresent() ? candidate.gain().getAsDouble() : null)
                    .add();
        }
        batch.execute();
    }

    /** The candidates of a decision with the probability of each, by action. */
    static Map<String, Double> candidates(Handle handle, String decisionId) {
        Map<String, Double> candidates = new LinkedHashMap<>();
        handle.createQuery("select action, assigned_with from candidate where decision_id = :id order by action")
                .bind("id", decisionId)
                .map((row, context) -> Map.entry(row.getString("action"), row.getDouble("assigned_with")))
                .forEach(entry -> candidates.put(entry.getKey(), entry.getValue()));
        return candidates;
    }

    static Optional<StoredDecision> find(Handle handle, String decisionId) {
        return handle.createQuery("select * from decision where decision_id = :id")
                .bind("id", decisionId)
                .map(Decisions::decision)
                .findOne();
    }

    static Map<String, StoredDecision> find(Handle handle, List<String> decisionIds) {
        Map<String, StoredDecision> found = new HashMap<>();
        handle.createQuery("select * from decision where decision_id in (<ids>)")
                .bindList("ids", decisionIds)
                .map(Decisions::decision)
                .forEach(decision -> found.put(decision.decisionId(), decision));
        return found;
    }

    /** The open decisions of customers, that with an action first. */
    static Map<String, List<StoredDecision>> open(Handle handle, List<String> current, Instant now) {
        Map<String, List<StoredDecision>> open = new HashMap<>();
        if (!current.isEmpty()) {
            handle.createQuery(
                            "select decision.*, (select w.channel from work_item w where w.decision_id ="
                                    + " decision.decision_id and w.status <> 'closed' and w.expires_at > :now order by w.step limit 1) as due_channel,"
                                    + " (select w.due_at from work_item w where w.decision_id = decision.decision_id and w.status <>"
                                    + " 'closed' and w.expires_at > :now order by w.step limit 1) as next_at"
                                    + " from decision where customer_id in (<ids>) and state = 'open' and expires_at > :now order by case status when 'none' then 1 else 0 end, unit, decision_id")
                    .bindList("ids", current)
                    .bind("now", Micros.of(now))
                    .map(Decisions::stillOpen)
                    .forEach(decision -> open.computeIfAbsent(decision.customerId(), id -> new ArrayList<>())
                            .add(decision));
        }
        return open;
    }

    /** The latest decision for care of each customer, whatever became of it; none that a merge set aside. */
    static Map<String, StoredDecision> latest(Handle handle, List<String> current) {
        Map<String, StoredDecision> latest = new HashMap<>();
        if (!current.isEmpty()) {
            handle.createQuery("select d.* from decision d join (select customer_id, max(decided_at) as last_at from"
                            + " decision where customer_id in (<ids>) and status <> 'none' and state <> 'superseded'"
                            + " group by customer_id) last on last.customer_id = d.customer_id and last.last_at ="
                            + " d.decided_at where d.status <> 'none' and d.state <> 'superseded' order by"
                            + " d.decision_id")
                    .bindList("ids", current)
                    .map(Decisions::decision)
                    .forEach(decision -> latest.put(decision.customerId(), decision));
        }
        return latest;
    }

    /** Codes of the reasons that raise a score, settled and to be answered by care, the strongest first. */
    static Map<String, List<String>> reasons(Handle handle, List<String> predictionIds) {
        Map<String, List<String>> reasons = new HashMap<>();
        if (!predictionIds.isEmpty()) {
            handle.createQuery("select prediction_id, reasons from prediction where prediction_id in (<ids>)")
                    .bindList("ids", predictionIds)
                    .map((row, context) -> Map.entry(row.getString("prediction_id"), row.getString("reasons")))
                    .forEach(entry -> reasons.put(entry.getKey(), StoredReasons.toAnswer(entry.getValue())));
        }
        return reasons;
    }

    /** Ends a decision whose work is done. */
    static void finish(Handle handle, String decisionId) {
        handle.createUpdate("update decision set state = 'done' where decision_id = :id and state = 'open'")
                .bind("id", decisionId)
                .execute();
    }

    /**
     * Opens a decision again whose work turned out not to be done.
     *
     * @return whether it is open now: not if it expired, was overridden or superseded, or another one stands for the unit by now
     */
    static boolean resume(Handle handle, String decisionId, Instant now) {
        handle.createUpdate("update decision set state = 'open' where decision_id = :id and state = 'done' and"
                        + " override_by is null and expires_at > :now and not exists (select 1 from decision o where"
                        + " o.customer_id = decision.customer_id and o.unit = decision.unit and o.state = 'open')")
                .bind("id", decisionId)
                .bind("now", Micros.of(now))
                .execute();
        return find(handle, decisionId).filter(StoredDecision::isOpen).isPresent();
    }

    /** Ends the decision to keep somebody who has left, or to win back who is there. Who talks to them may still report how it ended. */
    static void endOf(Handle handle, StoredDecision decision, Instant now) {
        handle.createUpdate("update decision set state = 'expired' where decision_id = :id and state = 'open'")
                .bind("id", decision.decisionId())
                .execute();
        WorkItems.closeUnclaimed(handle, decision, now);
    }

    /** Notes who acted on it last; what is reported later than what came after it changes nothing. */
    static void acted(Handle handle, String decisionId, String agent, Instant now) {
        handle.createUpdate("update decision set acted_by = :agent, acted_at = :now where decision_id = :id"
                        + " and (acted_at is null or acted_at <= :now)")
                .bind("agent", agent)
                .bind("now", Micros.of(now))
                .bind("id", decisionId)
                .execute();
    }

    /** Somebody did something else, or nothing, instead; the arm stays what it was. */
    static void override(
            Handle handle, String decisionId, Optional<String> instead, String reason, String agent, Writing writing) {
        StoredDecision decision = find(handle, decisionId)
                .orElseThrow(() -> WriteRefusedException.absent(
                                "no_such_decision",
                                "There is no such decision (expected: the id of one that /v1/care:lookup gave).",
                                "没有该决定（应为：/v1/care:lookup 给出的决定编号）。")
                        .at("decisionId"));
        if (!decision.status().equals(NewDecision.PLANNED)) {
            throw WriteRefusedException.conflict(
                    "not_carried_out",
                    "The decision is not one that is carried out (expected: one with the status planned).",
                    "该决定不予执行（应为：状态为 planned 的决定）。");
        }
        if (isOverridden(handle, decisionId, instead, reason, agent)) {
            return;
        }
        if (!decision.isOpen()) {
            throw WriteRefusedException.conflict(
                    "decision_closed", "The decision is over (expected: an open one).", "该决定已结束（应为：未结束的决定）。");
        }
        handle.createUpdate("update decision set state = 'done', override_action = :action, override_reason = :reason,"
                        + " override_by = :agent, override_at = :now, acted_by = :agent, acted_at = :now"
                        + " where decision_id = :id")
                .bind("action", instead.orElse(""))
                .bind("reason", reason)
                .bind("agent", agent)
                .bind("now", writing.micros())
                .bind("id", decisionId)
                .execute();
        WorkItems.closeAll(handle, decisionId, "overridden", writing.at());
        AuditTrail.append(
                handle,
                writing.at(),
                writing.actor(),
                "decision_overridden",
                decisionId,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("agent", agent)
                        .put("action", instead.orElse(""))
                        .toString());
    }

    /** Whether the same was said before: who did not hear the answer asks again. */
    private static boolean isOverridden(
            Handle handle, String decisionId, Optional<String> instead, String reason, String agent) {
        return handle.createQuery("select count(*) from decision where decision_id = :id and override_action = :action"
                                + " and override_reason = :reason and override_by = :agent")
                        .bind("id", decisionId)
                        .bind("action", instead.orElse(""))
                        .bind("reason", reason)
                        .bind("agent", agent)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** The latest text of every action that was decided; a playbook may have been reworded since. */
    static Map<String, LocalizedText> actionTexts(Handle handle) {
        Map<String, LocalizedText> texts = new TreeMap<>();
        handle.createQuery(
                        "select action, texts, max(decided_at) as last from decision where action is not null and texts <> '{}'"
                                + " group by action, texts order by last, texts")
                .map((row, context) -> Map.entry(row.getString("action"), Texts.read(row.getString("texts"))))
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue()));
        return texts;
    }

    private static StoredDecision stillOpen(ResultSet row, StatementContext context) throws SQLException {
        StoredDecision decision = decision(row, context);
        long next = row.getLong("next_at");
        Optional<Instant> nextAt = row.wasNull() ? Optional.empty() : Optional.of(Micros.instant(next));
        return decision.withNext(
                Optional.ofNullable(row.getString("due_channel")).or(decision::channel), nextAt);
    }

    static StoredDecision decision(ResultSet row, StatementContext context) throws SQLException {
        return new StoredDecision(
                row.getString("decision_id"),
                row.getString("plan_id"),
                row.getString("customer_id"),
                row.getString("unit"),
                Optional.ofNullable(row.getString("prediction_id")),
                row.getString("arm"),
                row.getString("status"),
                Optional.ofNullable(row.getString("cause")),
                Optional.ofNullable(row.getString("action")),
                Optional.ofNullable(row.getString("goal")),
                Optional.ofNullable(row.getString("channel")),
                Optional.empty(),
                Optional.empty(),
                Texts.read(row.getString("texts")),
                row.getString("explanation"),
                row.getDouble("assigned_with"),
                row.getDouble("campaign_share"),
                Micros.instant(row.getLong("decided_at")),
                Micros.instant(row.getLong("due_at")),
                Micros.instant(row.getLong("expires_at")),
                row.getString("state"),
                row.getString("override_by") != null);
    }
}
