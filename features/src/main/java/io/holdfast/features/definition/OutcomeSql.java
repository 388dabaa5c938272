package io.holdfast.features.definition;

import io.holdfast.features.history.EventKind;
import io.holdfast.features.history.HistoryDescription;
import io.holdfast.features.history.KindRole;
import io.holdfast.features.sql.Cut;
import io.holdfast.features.sql.Sql;
import io.holdfast.scoring.dataset.Estimand;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who can leave on a day, and who did, as SQL. */
public final class OutcomeSql {
    /** The column of the type of a leave. */
    public static final String LEAVE_TYPE = "leave_type";

    private static final String PARTIAL = "partial";

    private final HistoryDescription history;
    private final ChurnDefinition churn;

    /** The SQL of a definition over a history. */
    public OutcomeSql(HistoryDescription history, ChurnDefinition churn) {
        this.history = history;
        this.churn = churn;
    }

    /**
     * The population at risk: units (with their customer) that are there, were active of late and have not left.
     *
     * @param name of the result
     * @param cut name of the events cut at the as-of date
     */
    public String population(String name, String cut) {
        List<String> having = new ArrayList<>();
        if (churn.leaving() instanceof Leaving.ByEvent event) {
            having.add("(" + last(isEnd(event)) + " IS NULL OR coalesce(" + last(Sql.in("kind", event.joins())) + " > "
                    + last(isEnd(event)) + ", FALSE))");
            having.add(active(observed()));
        } else if (churn.leaving() instanceof Leaving.BySilence silence) {
            having.add(active(silence.purchases()));
        }
        return name + " AS (\n  SELECT unit, min(customer) AS customer\n  FROM " + cut + "\n  GROUP BY unit\n  HAVING "
                + String.join("\n    AND ", having) + "\n)";
    }

    /**
     * The units that had left before a day, as far as that was known: their {@code customer} and {@code left_on}, the day of the last end of their contract or, where leaving
     * is silent, the day from which on they were no longer at risk because they had not bought for so long. None of them is in the population at risk.
     *
     * @param name of the result
     * @param cut name of the events cut at the as-of date
     */
    public String departed(String name, String cut) {
        String day;
        String having;
        if (churn.leaving() instanceof Leaving.ByEvent event) {
            day = last(isEnd(event));
            having = last(isEnd(event)) + " IS NOT NULL AND NOT coalesce(" + last(Sql.in("kind", event.joins())) + " > "
                    + last(isEnd(event)) + ", FALSE)";
        } else {
            String bought = Sql.in("kind", ((Leaving.BySilence) churn.leaving()).purchases());
            day = last(bought) + " + INTERVAL '" + churn.atRiskDays() + "' DAY";
            having = churn.atRiskDays() == 0
                    ? "FALSE"
                    : "min(age) FILTER (WHERE " + bought + ") > " + churn.atRiskDays();
        }
        return name + " AS (\n  SELECT unit, min(customer) AS customer, CAST(" + day + " AS DATE) AS left_on\n  FROM "
                + cut + "\n  GROUP BY unit\n  HAVING " + having + "\n)";
    }

    /**
     * One row for each unit of which anything is known until the outcome has matured: {@code state} is {@code ok}, {@code gone} (left before the window
     * began, which nobody knew on the as-of date) or, where the estimand is the risk without care, {@code treated} (was assigned care before the window
     * or the unit's contract ended) or {@code unlogged} (got care that the log does not know); {@code positive} is 1 where it left; {@code weight} is how many such units it
     * stands for: of those held out instead of getting care, the inverse of the probability of that.
     *
     * @param name of the result
     */
    public String outcome(String name, LocalDate asOf) {
        return outcome(name, asOf, false);
    }

    /** The same with {@value #LEAVE_TYPE}, the type of the leave that ended the unit in the window, where {@link #hasLeaveTypes}. */
    public String outcomeWithType(String name, LocalDate asOf) {
        return outcome(name, asOf, hasLeaveTypes());
    }

    /** Whether leaves are told apart by their types. */
    public boolean hasLeaveTypes() {
        return churn.leaving() instanceof Leaving.ByEvent event
                && !event.typeOf().isEmpty();
    }

    private String outcome(String name, LocalDate asOf, boolean withType) {
        String all = name + "_event";
        String window = "occurred >= " + Sql.midnight(churn.windowBegins(asOf));
        String early = "occurred < " + Sql.midnight(churn.windowBegins(asOf)) + " AND NOT (occurred < "
                + Sql.midnight(asOf) + " AND known < " + Sql.midnight(asOf) + ")";
        String gone = "FALSE";
        String ended = "CAST(NULL AS TIMESTAMP)";
        String positive;
        if (churn.leaving() instanceof Leaving.ByEvent event) {
            gone = "count(*) FILTER (WHERE " + isEnd(event) + " AND " + early + ") > 0";
            String first = "min(occurred) FILTER (WHERE " + isPositive(event) + " AND " + window + ")";
            String other = "min(occurred) FILTER (WHERE " + isEnd(event) + " AND NOT " + isPositive(event) + " AND "
                    + window + ")";
            ended = "min(occurred) FILTER (WHERE " + isEnd(event) + " AND " + window + ")";
            positive = first + " IS NOT NULL AND (" + other + " IS NULL OR " + first + " <= " + other + ")";
        } else {
            Leaving.BySilence silence = (Leaving.BySilence) churn.leaving();
            positive = "count(*) FILTER (WHERE " + Sql.in("kind", silence.purchases()) + " AND " + window + ") = 0";
        }
        Cut cut = new Cut(history);
        String events = cut.events(all, churn.windowEnds(asOf), churn.matures(asOf)) + ",\n";
        String rows = " AS (\n  SELECT unit,\n    CASE WHEN " + gone + " THEN 'gone'" + unlogged(asOf, ended)
                + " ELSE 'ok' END AS state,\n    CAST(" + positive + " AS INT) AS positive"
                + (isWeighted() ? ", " + ended + " AS ended" : "")
                + (withType ? ", " + leaveType(window, ended) + " AS " + LEAVE_TYPE : "")
                + "\n  FROM " + all + "\n  GROUP BY unit\n)";
        if (!isWeighted()) {
            return events + name + rows;
        }
        String care = name + "_care";
        String bare = name + "_bare";
        return events + bare + rows + ",\n"
                + cut.care(care, all, bare, churn.careTellsFrom(asOf), churn.windowEnds(asOf)) + ",\n" + name
                + " AS (\n  SELECT b.unit,\n    CASE WHEN c.assigned > 0 AND b.state <> 'gone' THEN 'treated' ELSE b.state END AS state,"
                + "\n    b.positive,\n    coalesce(1e0 / c.held_with, 1e0) AS weight"
                + (withType ? ", b." + LEAVE_TYPE : "") + "\n  FROM " + bare + " b LEFT JOIN "
                + care
                + " c ON c.unit = b.unit\n)";
    }

    /** Of two leaves of one moment the one of a type to foresee counts, as in the label. */
    private String leaveType(String window, String ended) {
        Leaving.ByEvent event = (Leaving.ByEvent) churn.leaving();
        return Stream.concat(event.positive().stream(), event.typeOf().values().stream())
                .distinct()
                .filter(type -> event.typeOf().containsValue(type))
                .filter(type -> !type.equals(PARTIAL) || event.positive().contains(PARTIAL))
                .map(type -> " WHEN min(occurred) FILTER (WHERE " + isType(event, List.of(type)) + " AND " + window
                        + ") = " + ended + " THEN " + Sql.text(type))
                .collect(Collectors.joining("", "CASE", " END"));
    }

    /** Whether rows stand for different numbers of units. */
    public boolean isWeighted() {
        return churn.estimand() == Estimand.NO_CARE;
    }

    /**
     * A query for {@code unit} and {@code day} of every leave that counts: the event, or, where leaving is silent, the day from which on the unit is no longer at
     * risk because it has not bought for so long; where no such limit is set, for as long as the horizon.
     *
     * @param name of the events
     * @param ends what occurred on that day or later, or became known then, is not seen
     */
    public String departures(String name, LocalDate ends) {
        String events = "WITH " + new Cut(history).events(name, ends) + "\n";
        if (churn.leaving() instanceof Leaving.ByEvent event) {
            return events + "SELECT DISTINCT unit, CAST(occurred AS DATE) AS day FROM " + name + " WHERE "
                    + isPositive(event);
        }
        Leaving.BySilence silence = (Leaving.BySilence) churn.leaving();
        int lost = churn.atRiskDays() == 0 ? churn.horizonDays() : churn.atRiskDays();
        return events + "SELECT unit, CAST(bought + INTERVAL " + lost
                + " DAY AS DATE) AS day FROM (\n  SELECT unit, bought, lead(bought) OVER (PARTITION BY unit ORDER BY bought) AS next\n"
                + "  FROM (SELECT DISTINCT unit, CAST(occurred AS DATE) AS bought FROM " + name + " WHERE "
                + Sql.in("kind", silence.purchases()) + ") AS days\n) AS gaps\nWHERE CAST(coalesce(next, "
                + Sql.day(ends) + ") - bought AS INT) > " + lost;
    }

    /** Care after the unit's end, such as an attempt to win it back, tells nothing of why it ended. */
    private String unlogged(LocalDate asOf, String ended) {
        if (churn.estimand() == Estimand.USUAL_CARE) {
            return "";
        }
        String cared = "min(occurred) FILTER (WHERE "
                + Sql.in("kind", names(history.kinds(List.of(KindRole.CARE)))) + " AND occurred >= "
                + Sql.midnight(churn.careTellsFrom(asOf)) + ")";
        return " WHEN coalesce(" + cared + " < coalesce(" + ended + ", " + Sql.midnight(churn.windowEnds(asOf))
                + "), FALSE) THEN 'unlogged'";
    }

    private String active(Collection<String> kinds) {
        String recent = churn.atRiskDays() == 0 ? "" : " AND age <= " + churn.atRiskDays();
        return "count(*) FILTER (WHERE " + Sql.in("kind", kinds) + recent + ") > 0";
    }

    private List<String> observed() {
        return history.kinds().values().stream()
                .filter(kind -> kind.role().isObserved())
                .map(EventKind::name)
                .toList();
    }

    /** Whether an event ends the unit's contract; a part of it may end without the unit leaving. */
    public static String isEnd(Leaving.ByEvent event) {
        return isType(
                event,
                event.typeOf().values().stream()
                        .filter(type ->
                                !type.equals(PARTIAL) || event.positive().contains(PARTIAL))
                        .toList());
    }

    /** Whether an event is a leave of a type to foresee. */
    public static String isPositive(Leaving.ByEvent event) {
        return isType(event, event.positive());
    }

    private static String isType(Leaving.ByEvent event, Collection<String> types) {
        String leave = Sql.in("kind", event.leaves());
        if (event.typeOf().isEmpty()) {
            return leave;
        }
        List<String> categories = event.typeOf().entrySet().stream()
                .filter(entry -> types.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
        return "(" + leave + " AND " + Sql.in(Sql.name("category"), categories) + ")";
    }

    private static String last(String condition) {
        return "max(occurred) FILTER (WHERE " + condition + ")";
    }

    private static List<String> names(List<EventKind> kinds) {
        return kinds.stream().map(EventKind::name).toList();
    }
}
