package io.holdfast.serving.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.holdfast.care.effect.CampaignLot;
import io.holdfast.care.effect.DatedOutcome;
import io.holdfast.care.effect.DecidedUnit;
import io.holdfast.care.effect.OutcomeKind;
import io.holdfast.care.effect.Side;
import io.holdfast.care.plan.Arm;
import io.holdfast.scoring.json.StrictJson;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads decisions and outcomes as effects need them. Used within a transaction. */
final class EffectRows {
    private static final ObjectMapper JSON = StrictJson.strict(StreamReadConstraints.defaults());
    /** Of a large plan, a further piece has the plan's id and its number. */
    private static final Pattern PIECE = Pattern.compile("(.+)-\\d+");

    /** Decisions about which somebody spoke to the customer. */
    static final String REACHED = "select distinct w.decision_id from work_attempt a join work_item w"
            + " on w.item_id = a.item_id where a.disposition in ('reached', 'accepted', 'refused')";

    /** Of how many rows at a time. */
    private static final int FETCHED = 1000;
    /** What effects are about. */
    private static final String KINDS = Stream.of(
                    OutcomeKind.LEFT, OutcomeKind.RETURNED, OutcomeKind.SATISFACTION, OutcomeKind.MARGIN)
            .map(kind -> "'" + kind.code() + "'")
            .collect(Collectors.joining(", "));

    private final Map<String, List<UnitOutcome>> outcomes = new HashMap<>();
    private final Map<Owner, List<DatedOutcome>> byUnit = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Set<String> reached;
    private final Set<String> drawnApart;
    private final Map<String, String> campaigns = new HashMap<>();
    private final Handle handle;

    private record UnitOutcome(String unit, DatedOutcome outcome) {}

    private record Owner(String customer, String unit) {}

    private EffectRows(Handle handle) {
        this.handle = handle;
        this.reached = set(REACHED);
        this.drawnApart = DrawnApart.customers(handle);
        handle.createQuery("select plan_id, settings from care_plan")
                .map((row, context) ->
                        campaigns.put(row.getString("plan_id"), shared(campaign(row.getString("settings")))))
                .forEach(previous -> {});
        handle.createQuery("select * from outcome o where o.kind in (" + KINDS + ") and o.customer_id in"
                        + " (select customer_id from decision) and " + Outcomes.COUNTS
                        + " order by o.occurred_at, o.recorded_at, o.outcome_id")
                .setFetchSize(FETCHED)
                .map((row, context) -> {
                    Outcome outcome = Outcomes.outcome(row, context);
                    outcomes.computeIfAbsent(row.getString("customer_id"), id -> new ArrayList<>())
                            .add(new UnitOutcome(outcome.unit(), outcome.dated()));
                    return outcome.outcomeId();
                })
                .forEach(id -> {});
    }

    static EffectData read(Handle handle, Instant now) {
        Map<OutcomeKind, Instant> lastReport = handle.createQuery("select kind, max(reported_at) as last_report"
                        + " from outcome where reported_at <= :now group by kind")
                .bind("now", Micros.of(now))
                .reduceRows(new EnumMap<>(OutcomeKind.class), (last, row) -> {
                    last.put(
                            OutcomeKind.of(row.getColumn("kind", String.class)).orElseThrow(),
                            Micros.instant(row.getColumn("last_report", Long.class)));
                    return last;
                });
        EffectRows rows = new EffectRows(handle);
        return new EffectData(
                handle.createQuery(
                                "select d.decision_id, d.plan_id, d.customer_id, d.unit, d.household, d.arm, d.status,"
                                        + " d.action, d.tier, d.goal, d.assigned_with, d.campaign_share, d.decided_at, p.reasons, h.mixed"
                                        + " from decision d left join prediction p on p.prediction_id = d.prediction_id"
                                        + " and d.status <> '" + NewDecision.NONE + "'"
                                        + " left join hold_out h on h.customer_id = d.customer_id"
                                        + " order by d.decided_at, d.plan_id, d.customer_id, d.unit, d.decision_id")
                        .setFetchSize(FETCHED)
                        .map((row, context) -> rows.unit(row))
                        .list(),
                lastReport);
    }

    /** Whether there is such a plan: a further piece of a large one is none of its own. */
    static boolean isPlan(Handle handle, String planId) {
        Matcher piece = PIECE.matcher(planId);
        return Presence.PLAN.has(handle, planId) && !(piece.matches() && Presence.PLAN.has(handle, piece.group(1)));
    }

    private Set<String> set(String sql) {
        return new HashSet<>(handle.createQuery(sql).mapTo(String.class).list());
    }

    private DecidedUnit unit(ResultSet row) throws SQLException {
        String customer = shared(row.getString("customer_id"));
        String household = row.getString("household");
        double with = row.getDouble("assigned_with");
        Side side = side(row.getString("arm"), row.getString("status"), row.getString("goal"));
        return new DecidedUnit(
                customer,
                shared(row.getString("unit")),
                household.isEmpty() ? "customer " + customer : "household " + household,
                side,
                side == Side.ASSIGNED ? 1 - with : with,
                new CampaignLot(campaigns.getOrDefault(row.getString("plan_id"), ""), row.getDouble("campaign_share")),
                shared(plan(row.getString("plan_id"))),
                shared(text(row.getString("action"))),
                shared(reason(row.getString("reasons"))),
                shared(text(row.getString("tier"))),
                Micros.instant(row.getLong("decided_at")),
                NewDecision.WIN_BACK.equals(row.getString("goal")),
                reached.contains(row.getString("decision_id")),
                row.getInt("mixed") == 1 || drawnApart.contains(customer),
                outcomes(customer, row.getString("unit")));
    }

    private static Side side(String arm, String status, @Nullable String goal) {
        if (status.equals(NewDecision.NONE)) {
            return Side.NOT_CHOSEN;
        }
        if (goal == null) {
            // Kept before the goal was noted: nobody can tell whether to keep the customer or to win them back.
            return Side.OUTSIDE;
        }
        if (status.equals(NewDecision.WITHHELD)) {
            return Side.SHADOW;
        }
        return arm.equals(Arm.TREATED.code()) ? Side.ASSIGNED : Side.OUTSIDE;
    }

    private String plan(String planId) {
        Matcher piece = PIECE.matcher(planId);
        return piece.matches() && campaigns.containsKey(piece.group(1)) ? piece.group(1) : planId;
    }

    /** What was told of the customer with all they have counts for each of their lines. */
    private List<DatedOutcome> outcomes(String customer, String unit) {
        List<UnitOutcome> all = outcomes.get(customer);
        return all == null
                ? List.of()
                : byUnit.computeIfAbsent(
                        new Owner(customer, unit),
                        owner -> all.stream()
                                .filter(each -> unit.isEmpty()
                                        || each.unit().isEmpty()
                                        || each.unit().equals(unit))
                                .map(UnitOutcome::outcome)
                                .collect(Collectors.toUnmodifiableList()));
    }

    /** One object for equal texts: there are few, and millions of decisions. */
    private String shared(String text) {
        return texts.computeIfAbsent(text, same -> same);
    }

    /** Of a plan from before campaigns were noted: none. */
    private static String campaign(String settings) {
        try {
            return JSON.readTree(settings).path("campaign").asText("");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The first settled one that raises the risk and that care can answer, as plans look effects up; else none. */
    private static String reason(@Nullable String reasons) {
        try {
            JsonNode all = reasons == null ? MissingNode.getInstance() : JSON.readTree(reasons);
            for (JsonNode each : all) {
                if (each.path("impact").asDouble() > 0
                        && each.path("settled").asBoolean(true)
                        && each.path("actionable").asBoolean(true)) {
                    return each.path("code").asText("");
                }
            }
            return "";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
