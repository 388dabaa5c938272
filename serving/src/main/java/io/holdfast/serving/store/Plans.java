package io.holdfast.serving.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Plans, and the one decision that stands for each customer. Thread-safe. */
public final class Plans {
    /** Code of the refusal of a plan that another one came before. */
    public static final String OVERTAKEN = "plan_overtaken";

    /** Code of the refusal of a plan that was kept before, when other things were known of its customers. */
    public static final String KEPT = "plan_kept";

    private final Connections connections;

    Plans(Connections connections) {
        this.connections = connections;
    }

    /**
     * Keeps a plan: its scores, decisions, shadows and hold-out, and the work it makes, all or nothing. A customer whose open decision is of an
     * earlier plan keeps that one; the plan's own is not written then. Of two ids that are one customer by now, the first one's decision is written.
     *
     * @throws WriteRefusedException when another plan has this id
     */
    public PlanReceipt keep(NewPlan plan, Writing writing) {
        String fingerprint = fingerprint(plan);
        return connections.write(handle -> keep(handle, plan, fingerprint, writing, false));
    }

    /**
     * The same for a plan that is made anew if another one came first: then nothing of it is kept.
     *
     * @throws WriteRefusedException also when an action or a shadow of it is for somebody for whom another decision stands by now; its code is then {@value
     *     #OVERTAKEN}
     */
    public PlanReceipt keepUnlessOvertaken(NewPlan plan, Writing writing) {
        String fingerprint = fingerprint(plan);
        return connections.write(handle -> keep(handle, plan, fingerprint, writing, true));
    }

    private static WriteRefusedException overtaken() {
        return WriteRefusedException.conflict(
                OVERTAKEN,
                "Another plan has decided about some of these customers meanwhile (expected: the same request"
                        + " again).",
                "另一计划同时对其中部分客户作出了决定（应为：重发同一请求）。");
    }

    private static String fingerprint(NewPlan plan) {
        List<String> parts = new ArrayList<>();
        for (NewDecision decision : plan.decisions()) {
            parts.add(decision.decisionId());
            parts.add(decision.customerId());
            parts.add(decision.status());
            parts.add(decision.action().orElse(""));
        }
        return Fingerprint.of(plan.planId(), plan.modelDigest(), plan.playbookDigest(), plan.settings(), parts);
    }

    private static PlanReceipt keep(
            Handle handle, NewPlan plan, String fingerprint, Writing writing, boolean unlessOvertaken) {
        AuditTrail.takeTurn(handle);
        Optional<Known> known = handle.createQuery("select * from care_plan where plan_id = :id")
                .bind("id", plan.planId())
                .map((row, context) -> new Known(
                        row.getString("fingerprint"),
                        row.getString("settings"),
                        row.getString("model_digest"),
                        row.getString("playbook_digest")))
                .findOne();
        if (known.isPresent()) {
            return repeated(handle, plan, known.get(), fingerprint);
        }
        Decisions.expire(handle, writing.at());
        handle.createUpdate("insert into care_plan (plan_id, model_digest, playbook_digest, settings, summary,"
                        + " fingerprint, actor, created_at) values (:id, :model, :playbook, :settings, :summary,"
                        + " :fingerprint, :actor, :at)")
                .bind("id", plan.planId())
                .bind("model", plan.modelDigest())
                .bind("playbook", plan.playbookDigest())
                .bind("settings", plan.settings())
                .bind("summary", plan.summary())
                .bind("fingerprint", fingerprint)
                .bind("actor", writing.actor())
                .bind("at", writing.micros())
                .execute();
        Map<String, String> current = new HashMap<>();
        plan.decisions()
                .forEach(decision ->
                        current.computeIfAbsent(decision.customerId(), id -> Customers.ensure(handle, id, writing)));
        plan.predictions().forEach(prediction -> insert(handle, prediction, writing, current));
        supersedeNothing(handle, plan.planId(), current.values());
        endOfTheOtherGoal(handle, plan, current, writing);
        Set<String> taken = taken(handle, current, writing);
        Set<String> own = new HashSet<>();
        Set<String> left = new HashSet<>();
        int decisions = 0;
        int workItems = 0;
        for (NewDecision decision : plan.decisions()) {
            String customer = Customers.ensure(handle, decision.customerId(), writing);
            boolean earlier = taken.contains(key(customer, decision.unit()));
            if (earlier && unlessOvertaken && !decision.status().equals(NewDecision.NONE)) {
                throw overtaken();
            }
            if (earlier || !own.add(key(customer, decision.unit()))) {
                left.add(decision.decisionId());
                continue;
            }
            HoldOuts.join(handle, plan, decision, customer, writing);
            Decisions.insert(handle, plan, decision, customer, writing);
            decisions++;
            if (decision.status().equals(NewDecision.PLANNED)) {
                WorkItems.insert(handle, decision, customer, writing);
                workItems += decision.steps().size();
            }
        }
        AuditTrail.append(
                handle,
                writing.at(),
                writing.actor(),
                "plan_kept",
                plan.planId(),
                AuditDetail.of("decisions", decisions)
                        .and("workItems", workItems)
                        .and("model", plan.modelDigest())
                        .and("playbook", plan.playbookDigest())
                        .and("fingerprint", fingerprint)
                        .toString());
        return new PlanReceipt(plan.planId(), false, decisions, workItems, left);
    }

    /** To have decided that nothing is to be done binds nobody: the next plan decides anew. */
    private static void supersedeNothing(Handle handle, String planId, Collection<String> customers) {
        if (!customers.isEmpty()) {
            handle.createUpdate("update decision set state = 'superseded' where state = 'open' and status = 'none'"
                            + " and plan_id <> :plan and customer_id in (<ids>)")
                    .bind("plan", planId)
                    .bindList("ids", customers.stream().distinct().toList())
                    .execute();
        }
    }

    /** To keep who is to be won back is over with their leaving, and to win back who is to be kept with their return. What was done for it still counts for cool-downs. */
    private static void endOfTheOtherGoal(Handle handle, NewPlan plan, Map<String, String> current, Writing writing) {
        Set<String> lost = new HashSet<>();
        Set<String> there = new HashSet<>();
        List<String> customers = new ArrayList<>();
        for (NewDecision decision : plan.decisions()) {
            if (decision.goal().isPresent()) {
                String customer = current.getOrDefault(decision.customerId(), decision.customerId());
                customers.add(customer);
                (decision.goal().get().equals(NewDecision.WIN_BACK) ? lost : there).add(key(customer, decision.unit()));
            }
        }
        Decisions.open(handle, customers.stream().distinct().toList(), writing.at())
                .forEach((customer, open) -> open.stream()
                        .filter(decision ->
                                (decision.isWinBack() ? there : lost).contains(key(customer, decision.unit())))
                        .forEach(decision -> Decisions.endOf(handle, decision, writing.at())));
    }

    /** A plan that was kept before. */
    private record Known(String fingerprint, String settings, String model, String playbook) {
        /** Whether it was asked for as this one, whatever came of it. */
        boolean isOfTheSameRequest(NewPlan plan) {
            return settings.equals(plan.settings())
                    && model.equals(plan.modelDigest())
                    && playbook.equals(plan.playbookDigest());
        }
    }

    private static PlanReceipt repeated(Handle handle, NewPlan plan, Known known, String fingerprint) {
        if (!known.fingerprint().equals(fingerprint)) {
            throw known.isOfTheSameRequest(plan)
                    ? WriteRefusedException.conflict(
                            KEPT,
                            "This plan was kept before and stands; what is known of its customers has changed since, so"
                                    + " it would be another one now (expected: a look-up of what is decided for each,"
                                    + " or a campaign of its own).",
                            "该计划此前已保存并且有效；其客户的情况此后已有变化，现在制定会得到另一计划（应为：查询每位客户的决定，或另一活动名称）。")
                    : WriteRefusedException.conflict(
                            "plan_exists",
                            "Another plan has this id, which follows from playbook, campaign and day (expected: the same plan, or a"
                                    + " campaign of its own).",
                            "另一计划已使用该编号（编号由方案、活动和日期决定；应为：同一计划，或另一活动名称）。");
        }
        Set<String> left = new HashSet<>();
        plan.decisions().forEach(decision -> left.add(decision.decisionId()));
        handle.createQuery("select decision_id from decision where plan_id = :id")
                .bind("id", plan.planId())
                .mapTo(String.class)
                .forEach(left::remove);
        int decisions = count(handle, "select count(*) from decision where plan_id = :id", plan.planId());
        int workItems = count(
                handle,
                "select count(*) from work_item where decision_id in (select decision_id from decision where plan_id ="
                        + " :id)",
                plan.planId());
        return new PlanReceipt(plan.planId(), true, decisions, workItems, left);
    }

    private static int count(Handle handle, String sql, String planId) {
        return handle.createQuery(sql).bind("id", planId).mapTo(Integer.class).one();
    }

    private static Set<String> taken(Handle handle, Map<String, String> current, Writing writing) {
        Set<String> taken = new HashSet<>();
        Decisions.open(handle, current.values().stream().distinct().toList(), writing.at())
                .forEach((customer, open) -> open.forEach(decision -> taken.add(key(customer, decision.unit()))));
        return taken;
    }

    /** Ids hold no control characters. */
    private static String key(String customer, String unit) {
        return customer + '\n' + unit;
    }

    private static void insert(
            Handle handle, StoredPrediction prediction, Writing writing, Map<String, String> current) {
        String customer = current.computeIfAbsent(prediction.customerId(), id -> Customers.ensure(handle, id, writing));
        handle.createUpdate(
                        "insert into prediction (prediction_id, customer_id, given_id, model_id, model_digest, as_of,"
                                + " valid_until, probability, log_odds, percentile, band, inputs, reasons, recorded_at)"
                                + " values (:id, :customer, :given, :model, :digest, :asOf, :until, :probability,"
                                + " :logOdds, :percentile, :band, :inputs, :reasons, :at) on conflict do nothing")
                .bind("id", prediction.predictionId())
                .bind("customer", customer)
                .bind("given", prediction.customerId())
                .bind("model", prediction.modelId())
                .bind("digest", prediction.modelDigest())
                .bind("asOf", prediction.asOf().toString())
                .bind("until", prediction.validUntil().toString())
                .bind("probability", prediction.probability())
                .bind("logOdds", prediction.logOdds())
                .bind("percentile", prediction.percentile())
                .bind("band", prediction.band())
                .bind("inputs", prediction.inputs())
                .bind("reasons", prediction.reasons())
                .bind("at", writing.micros())
                .execute();
    }

    /**
     * Notes that somebody did something else than decided, or nothing. The customer stays in the arm of the decision, so that what was intended
     * is measured.
     *
     * @param instead code of what was done; empty for nothing
     * @throws WriteRefusedException when there is no such open decision, or it is a shadow
     */
    public void override(String decisionId, Optional<String> instead, String reason, String agent, Writing writing) {
        connections.write(handle -> {
            AuditTrail.takeTurn(handle);
            Decisions.override(handle, decisionId, instead, reason, agent, writing);
            return decisionId;
        });
    }

    /** Whether a plan of this id was kept. */
    public boolean isKept(String planId) {
        return connections.read(handle -> Presence.PLAN.has(handle, planId));
    }

    /** What a plan that was kept came to, as JSON. */
    public Optional<String> summary(String planId) {
        return connections.read(handle -> handle.createQuery("select summary from care_plan where plan_id = :id")
                .bind("id", planId)
                .mapTo(String.class)
                .findOne());
    }

    /**
     * The plays of many customers at once, those that were only written down among them, the earliest due first. What a merge ended is not among them, nor what is not due
     * yet and nobody has tried.
     *
     * @param current ids that stay after merges
     * @param since when the first step was due at the earliest
     * @param until when it was due, or the customer was first contacted for it, at the latest
     */
    public Map<String, List<DecidedPlay>> decided(List<String> current, Instant since, Instant until) {
        Map<String, List<DecidedPlay>> decided = new HashMap<>();
        if (!current.isEmpty()) {
            connections.read(handle -> {
                handle.createQuery("select * from (select d.decision_id, d.customer_id, d.due_at, d.action, d.plan_id,"
                                + " (select max(c.occurred_at) from contact c where c.customer_id = d.customer_id and"
                                + " c.decision_id = d.decision_id and c.direction = 'outbound' and c.occurred_at <= :until)"
                                + " as tried, (select count(distinct w.item_id) from work_item w join work_attempt a on"
                                + " a.item_id = w.item_id where w.decision_id = d.decision_id and a.attempted_at <= :until)"
                                + " as steps, (select max(a.attempted_at) from work_item w join work_attempt a on a.item_id ="
                                + " w.item_id where w.decision_id = d.decision_id and a.disposition = 'refused' and"
                                + " a.attempted_at <= :until) as refused from decision d where d.customer_id in (<ids>) and d.status <> 'none' and"
                                + " d.action is not null and d.state <> 'superseded' and d.due_at >= :since) play"
                                + " where play.due_at <= :until or play.tried is not null"
                                + " order by play.due_at, play.decision_id")
                        .bindList("ids", current)
                        .bind("since", Micros.of(since))
                        .bind("until", Micros.of(until))
                        .map((row, context) -> new DecidedPlay(
                                row.getString("customer_id"),
                                Micros.instant(row.getLong("due_at")),
                                row.getString("action"),
                                row.getString("plan_id"),
                                row.getInt("steps"),
                                moment(row, "tried"),
                                moment(row, "refused")))
                        .forEach(play -> decided.computeIfAbsent(play.customerId(), id -> new ArrayList<>())
                                .add(play));
                return decided.size();
            });
        }
        return decided;
    }

    /**
     * What customers refused of plays that a merge ended, and that are not among those {@link #decided}: whoever had claimed the work may report it still.
     *
     * @param current ids that stay after merges
     * @param since from when on
     * @param until up to when, inclusive
     */
    public Map<String, List<RefusedPlay>> refusedAfterMerge(List<String> current, Instant since, Instant until) {
        Map<String, List<RefusedPlay>> refused = new HashMap<>();
        if (!current.isEmpty()) {
            connections.read(handle -> {
                handle.createQuery("select d.customer_id, d.action, d.plan_id, a.attempted_at from decision d join"
                                + " work_item w on w.decision_id = d.decision_id join work_attempt a on a.item_id = w.item_id"
                                + " where d.customer_id in (<ids>) and d.state = 'superseded' and d.action is not null and"
                                + " a.disposition = 'refused' and a.attempted_at >= :since and a.attempted_at <= :until order"
                                + " by a.attempted_at, a.attempt_id")
                        .bindList("ids", current)
                        .bind("since", Micros.of(since))
                        .bind("until", Micros.of(until))
                        .map((row, context) -> new RefusedPlay(
                                row.getString("customer_id"),
                                row.getString("action"),
                                row.getString("plan_id"),
                                Micros.instant(row.getLong("attempted_at"))))
                        .forEach(play -> refused.computeIfAbsent(play.customerId(), id -> new ArrayList<>())
                                .add(play));
                return refused.size();
            });
        }
        return refused;
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable((Number) row.getObject(column)).map(micros -> Micros.instant(micros.longValue()));
    }

    /** A decision by its id. */
    public Optional<StoredDecision> find(String decisionId) {
        return connections.read(handle -> Decisions.find(handle, decisionId));
    }

    /** Of decisions, those that the store has, by their ids. */
    public Map<String, StoredDecision> find(List<String> decisionIds) {
        return decisionIds.isEmpty() ? Map.of() : connections.read(handle -> Decisions.find(handle, decisionIds));
    }

    /** The probability with which each candidate of a decision would have been chosen, by action. */
    public Map<String, Double> candidates(String decisionId) {
        return connections.read(handle -> Decisions.candidates(handle, decisionId));
    }
}
