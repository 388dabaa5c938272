package io.holdfast.serving.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Which units have left by what agents say, of many customers at once, and have not been seen since: the same as {@link AgentReports#LEFT_OF_ITEM}. Within a transaction. */
final class ReportedLeaves {
    private ReportedLeaves() {}

    /**
     * That a unit is there.
     *
     * @param outcome whether an outcome says so, which of no unit is about each
     */
    private record Sign(String unit, Instant at, Instant told, boolean outcome) {
        boolean isAfter(AgentReports.Left left) {
            return outcome ? Departures.isAfter(turn(at, told), turn(left.at(), left.at())) : at.isAfter(left.at());
        }

        boolean isAbout(AgentReports.Left left) {
            return left.unit().isEmpty() || left.unit().equals(unit) || (outcome && unit.isEmpty());
        }

        private Departures.Turn turn(Instant when, Instant said) {
            return new Departures.Turn(unit, when, said, said);
        }
    }

    /** Those that stand, the earliest first; nothing for who has none. */
    static Map<String, List<AgentReports.Left>> of(Handle handle, List<String> current, Instant now) {
        Map<String, List<AgentReports.Left>> told = told(handle, current);
        Map<String, List<AgentReports.Left>> standing = new HashMap<>();
        if (told.isEmpty()) {
            return standing;
        }
        Map<String, List<Sign>> signs = signs(handle, List.copyOf(told.keySet()), now);
        told.forEach((customer, all) -> {
            List<Sign> seen = signs.getOrDefault(customer, List.of());
            List<AgentReports.Left> left =
                    all.stream().flatMap(each -> standing(each, seen).stream()).toList();
            if (!left.isEmpty()) {
                standing.put(customer, left);
            }
        });
        return standing;
    }

    private static Optional<AgentReports.Left> standing(AgentReports.Left left, List<Sign> seen) {
        Set<String> there = new HashSet<>();
        seen.stream().filter(sign -> sign.isAbout(left) && sign.isAfter(left)).forEach(sign -> there.add(sign.unit()));
        boolean all = there.contains("") || (!left.unit().isEmpty() && !there.isEmpty());
        return all
                ? Optional.empty()
                : Optional.of(new AgentReports.Left(left.unit(), left.planId(), left.at(), there));
    }

    private static Map<String, List<AgentReports.Left>> told(Handle handle, List<String> current) {
        Map<String, List<AgentReports.Left>> told = new HashMap<>();
        handle.createQuery(
                        "select w.customer_id, r.unit, r.plan_id, a.attempted_at from work_item w join work_attempt a"
                                + " on a.item_id = w.item_id join decision r on r.decision_id = w.decision_id where w.customer_id"
                                + " in (<ids>) and a.disposition = '" + AgentReports.ALREADY_LEFT + "' and "
                                + AgentReports.KEPT.formatted("r") + " order by a.attempted_at, a.attempt_id")
                .bindList("ids", current)
                .map((row, context) -> Map.entry(
                        row.getString("customer_id"),
                        new AgentReports.Left(
                                row.getString("unit"),
                                row.getString("plan_id"),
                                Micros.instant(row.getLong("attempted_at")),
                                Set.of())))
                .forEach(entry -> told.computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                        .add(entry.getValue()));
        return told;
    }

    private static Map<String, List<Sign>> signs(Handle handle, List<String> customers, Instant now) {
        Map<String, List<Sign>> signs = new HashMap<>();
        handle.createQuery(
                        "select o.customer_id, o.unit, o.occurred_at as seen_at, o.reported_at as told_at, 1 as outcome"
                                + " from outcome o where o.customer_id in (<ids>) and " + Departures.THERE
                                + " union all select w.customer_id, r.unit, a.attempted_at, a.attempted_at, 0 from work_item w join"
                                + " work_attempt a on a.item_id = w.item_id join decision r on r.decision_id = w.decision_id where"
                                + " w.customer_id in (<ids>) and a.disposition in ('reached', 'accepted') and "
                                + AgentReports.KEPT.formatted("r")
                                + " union all select t.customer_id, coalesce(k.unit, ''), t.occurred_at, t.occurred_at, 0 from"
                                + " contact t left join decision k on k.decision_id = t.decision_id where t.customer_id in (<ids>)"
                                + " and t.direction = 'inbound' and " + AgentReports.KEPT.formatted("k"))
                .bindList("ids", customers)
                .bind("now", Micros.of(now))
                .map((row, context) -> Map.entry(
                        row.getString("customer_id"),
                        new Sign(
                                row.getString("unit"),
                                Micros.instant(row.getLong("seen_at")),
                                Micros.instant(row.getLong("told_at")),
                                row.getInt("outcome") == 1)))
                .forEach(entry -> signs.computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                        .add(entry.getValue()));
        return signs;
    }
}
