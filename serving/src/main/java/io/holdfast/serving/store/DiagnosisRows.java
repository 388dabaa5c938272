package io.holdfast.serving.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.care.diagnosis.Answer;
import io.holdfast.care.diagnosis.CustomerCourse;
import io.holdfast.care.diagnosis.DiagnosisData;
import io.holdfast.care.diagnosis.Sightings;
import io.holdfast.care.effect.OutcomeKind;
import io.holdfast.care.plan.PlanCause;
import io.holdfast.care.playbook.Channel;
import io.holdfast.scoring.json.StrictJson;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads customers as a diagnosis needs them. Used within a transaction. */
final class DiagnosisRows {
    private static final ObjectMapper JSON = StrictJson.strict(StreamReadConstraints.defaults());

    /** Of how many rows at a time. */
    private static final int FETCHED = 1000;

    private static final String KINDS = Stream.of(
                    OutcomeKind.LEFT,
                    OutcomeKind.RETURNED,
                    OutcomeKind.STATED_REASON,
                    OutcomeKind.CONFIRMED_REASON,
                    OutcomeKind.MARGIN)
            .map(kind -> "'" + kind.code() + "'")
            .collect(Collectors.joining(", "));

    /** Who has refused them all one by one wants no call either. */
    private static final String CHANNELS = Stream.of(Channel.values())
            .map(channel -> "'" + channel.code() + "'")
            .collect(Collectors.joining(", "));

    private final Map<String, List<CustomerCourse.Told>> outcomes = new HashMap<>();
    private final Sightings sightings;
    private final Set<String> reached;
    private final Set<String> heldOut;
    private final Set<String> refusing;
    private List<CustomerCourse.Decided> decisions = new ArrayList<>();

    /** When the customer file last objected to profiling, unless a score of later shows that this is over. */
    private Optional<Instant> objection = Optional.empty();

    private @Nullable String customer;

    private DiagnosisRows(Handle handle, Instant now) {
        this.sightings = new Sightings(now);
        this.reached = set(handle, EffectRows.REACHED);
        this.heldOut = set(handle, "select customer_id from hold_out where arm = 'held-out'");
        this.refusing = set(
                handle,
                "select customer_id from consent where purpose = 'care' and channel = '*' and granted = 0"
                        + " union select customer_id from consent where purpose = 'profiling' and granted = 0"
                        + " union select customer_id from consent where purpose = 'care' and granted = 0 and channel in ("
                        + CHANNELS + ") group by customer_id having count(*) = " + Channel.values().length);
        handle.createQuery("select * from outcome o where o.occurred_at <= :now and o.kind in (" + KINDS + ") and "
                        + Outcomes.COUNTS + " order by o.occurred_at, o.recorded_at, o.outcome_id")
                .bind("now", Micros.of(now))
                .setFetchSize(FETCHED)
                .map((row, context) -> {
                    Outcome outcome = Outcomes.outcome(row, context);
                    outcomes.computeIfAbsent(row.getString("customer_id"), id -> new ArrayList<>())
                            .add(new CustomerCourse.Told(
                                    outcome.kind(),
                                    outcome.occurredAt(),
                                    outcome.unit(),
                                    outcome.leave(),
                                    outcome.reason(),
                                    outcome.amount().orElse(0)));
                    return outcome.outcomeId();
                })
                .forEach(id -> {});
    }

    static DiagnosisData read(Handle handle, Instant now) {
        DiagnosisRows rows = new DiagnosisRows(handle, now);
        handle.createQuery("select d.decision_id, d.customer_id, d.unit, d.owner, d.status, d.cause, d.action, d.team,"
                        + " d.tier, d.goal, d.decided_at, p.probability, p.band, p.reasons from decision d left"
                        + " join prediction p on p.prediction_id = d.prediction_id where d.decided_at <= :now"
                        + " order by d.customer_id, d.decided_at, d.unit, d.decision_id")
                .bind("now", Micros.of(now))
                .setFetchSize(FETCHED)
                .map((row, context) -> rows.take(row))
                .forEach(id -> {});
        rows.close();
        new TreeSet<>(rows.outcomes.keySet()).forEach(id -> rows.add(id, List.of()));
        return rows.sightings.data();
    }

    private static Set<String> set(Handle handle, String sql) {
        return new HashSet<>(handle.createQuery(sql).mapTo(String.class).list());
    }

    private String take(ResultSet row) throws SQLException {
        String id = row.getString("customer_id");
        if (!id.equals(customer)) {
            close();
            customer = id;
            decisions = new ArrayList<>();
            objection = Optional.empty();
        }
        Optional<PlanCause> cause = PlanCause.of(text(row.getString("cause")));
        Instant at = Micros.instant(row.getLong("decided_at"));
        if (cause.filter(PlanCause::isUnscored).isEmpty()) {
            decisions.add(decided(row, cause));
            objection = objection.filter(since -> !since.isBefore(at));
        }
        if (cause.equals(Optional.of(PlanCause.EXCLUDED))) {
            objection = Optional.of(at);
        }
        return id;
    }

    private void close() {
        if (customer != null) {
            if (objection.isPresent()) {
                refusing.add(customer);
            }
            add(customer, decisions);
        }
    }

    private void add(String id, List<CustomerCourse.Decided> decided) {
        List<CustomerCourse.Told> told = outcomes.remove(id);
        sightings.add(new CustomerCourse(
                id, decided, told == null ? List.of() : told, heldOut.contains(id), refusing.contains(id)));
    }

    private CustomerCourse.Decided decided(ResultSet row, Optional<PlanCause> cause) throws SQLException {
        return new CustomerCourse.Decided(
                Micros.instant(row.getLong("decided_at")),
                row.getString("unit"),
                NewDecision.WIN_BACK.equals(row.getString("goal")),
                cause.equals(Optional.of(PlanCause.OPTED_OUT)),
                row.getDouble("probability"),
                text(row.getString("band")),
                raising(row.getString("reasons")),
                answer(row.getString("decision_id"), row.getString("status")),
                text(row.getString("action")),
                row.getString("team"),
                text(row.getString("tier")),
                row.getString("owner"));
    }

    private Answer answer(String decision, String status) {
        if (status.equals(NewDecision.WITHHELD)) {
            return Answer.HELD_OUT;
        }
        if (status.equals(NewDecision.NONE)) {
            return Answer.NONE;
        }
        return reached.contains(decision) ? Answer.REACHED : Answer.PLANNED;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** What was kept before share and settledness were noted counts in full. */
    private static List<CustomerCourse.Raising> raising(@Nullable String reasons) {
        List<CustomerCourse.Raising> raising = new ArrayList<>();
        if (reasons != null) {
            try {
                for (JsonNode reason : JSON.readTree(reasons)) {
                    double impact = reason.path("impact").asDouble();
                    if (impact > 0 && reason.path("settled").asBoolean(true)) {
                        raising.add(new CustomerCourse.Raising(
                                reason.path("code").asText(""),
                                impact,
                                reason.path("share").asDouble(1)));
                    }
                }
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
        return raising;
    }
}
