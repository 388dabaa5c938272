package io.holdfast.serving.store;

import io.holdfast.care.effect.OutcomeKind;
import io.holdfast.serving.work.Days;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Who has left by the outcomes that count, and has not returned since. A day without an hour counts from when it begins anywhere. Of a leave and a return that may have
 * been at one moment, as where one of them is told as a day and the other may be of it somewhere, that came later which was reported later, and if both were
 * reported at once, the later one by their days (UTC), or of one day the return. Who left for another line of the same company, or uses less, is still there.
 *
 * @param leaves of the customer with all they have, and of single units
 * @param returns the same
 */
public record Departures(List<Turn> leaves, List<Turn> returns) {
    /** By so much a day begins earlier in the east than its midnight UTC, which stands for it. */
    private static final String START =
            " - case when %1$s.occurred_at %% 86400000000 = 0 then 50400000000 else 0 end <= :now";

    private static final String LEFT =
            "o.kind = 'left' and o.leave_type in ('voluntary', 'involuntary', 'natural') and o.occurred_at"
                    + START.formatted("o") + " and " + Outcomes.COUNTS;

    private static final String RETURNED =
            "o.kind = 'returned' and o.occurred_at" + START.formatted("o") + " and " + Outcomes.COUNTS;

    /** Of an outcome {@code o}: it says that the unit is there, though it may say so of another moment than now. */
    static final String THERE = "(o.kind in ('stayed', 'returned') or (o.kind = 'left' and o.leave_type in ('internal',"
            + " 'partial'))) and o.occurred_at" + START.formatted("o") + " and " + Outcomes.COUNTS;

    /** Of two moments, the first a day without an hour, the other with one: this may be of that day somewhere. */
    private static final String MAY_BE_OF = "(%1$s %% 86400000000 = 0 and %2$s %% 86400000000 <> 0"
            + " and %2$s >= %1$s - 50400000000 and %2$s < %1$s + 129600000000)";

    /** Of a leave {@code l} and a return {@code o}: the same as {@link #isAfter}. */
    private static final String BACK = since("l.occurred_at", "l.reported_at");

    /**
     * Of an outcome {@code o}: it came after a leave, the same as {@link #isAfter}.
     *
     * @param left column of the moment of the leave
     * @param told column of the moment at which that was told
     */
    static String since(String left, String told) {
        return "case when o.occurred_at = " + left + " or " + MAY_BE_OF.formatted("o.occurred_at", left) + " or "
                + MAY_BE_OF.formatted(left, "o.occurred_at") + " then (o.reported_at > " + told
                + " or (o.reported_at = " + told + " and o.occurred_at / 86400000000 >= " + left
                + " / 86400000000)) else o.occurred_at >= " + left + " end";
    }

    /** When the unit of a row of {@code work_item} left, of those that are to be kept; null while it is there. Needs {@code :now}. */
    static final String OF_ITEM = "(select min(l.occurred_at) from decision d join outcome l on l.customer_id ="
            + " d.customer_id where d.decision_id = work_item.decision_id and (d.goal is null or d.goal <> '"
            + NewDecision.WIN_BACK
            + "') and l.unit in ('', d.unit) and l.outcome_id in (select o.outcome_id from outcome o"
            + " where o.customer_id = work_item.customer_id and " + LEFT
            + ") and not exists (select 1 from outcome o where"
            + " o.customer_id = work_item.customer_id and (d.unit = '' or o.unit in ('', d.unit)) and " + BACK + " and "
            + RETURNED + "))";

    /** Of an outcome {@code o}: it came, or the store was told of it, since decision {@code d} was made. A day without an hour is over only 36 hours after its midnight UTC. */
    private static final String SINCE = "(o.recorded_at >= d.decided_at or o.occurred_at + case when o.occurred_at %"
            + " 86400000000 = 0 then 129600000000 else 0 end >= d.decided_at)";

    /** When the unit of a row of {@code work_item} returned, of those that are to be won back; null while it is gone. Needs {@code :now}. */
    static final String BACK_OF_ITEM = "(select min(o.occurred_at) from decision d join outcome o on o.customer_id ="
            + " d.customer_id where d.decision_id = work_item.decision_id and d.goal = '" + NewDecision.WIN_BACK
            + "' and (d.unit = '' or o.unit in ('', d.unit)) and " + RETURNED + " and " + SINCE
            + " and not exists (select 1 from outcome l where l.customer_id = work_item.customer_id and l.unit in ('',"
            + " d.unit) and not (" + BACK + ") and l.outcome_id in (select o.outcome_id from outcome o"
            + " where o.customer_id = work_item.customer_id and " + LEFT + ")))";

    /** Of nobody. */
    static final Departures NONE = new Departures(List.of(), List.of());

    /** Keeps copies. */
    public Departures {
        leaves = List.copyOf(leaves);
        returns = List.copyOf(returns);
    }

    /**
     * One that has come.
     *
     * @param unit the line, policy or account; empty for the customer with all they have
     * @param at when
     * @param reportedAt when it was told, by whoever told it
     * @param recordedAt since when the store has it
     */
    public record Turn(String unit, Instant at, Instant reportedAt, Instant recordedAt) {}

    /** Those of many customers at once; nothing for who neither left nor returned. */
    static Map<String, Departures> of(Handle handle, List<String> current, Instant now) {
        Map<String, List<Turn>> leaves = new HashMap<>();
        Map<String, List<Turn>> returns = new HashMap<>();
        if (!current.isEmpty()) {
            handle.createQuery("select o.customer_id, o.unit, o.kind, o.occurred_at, o.reported_at, o.recorded_at"
                            + " from outcome o where o.customer_id in"
                            + " (<ids>) and ((" + LEFT + ") or (" + RETURNED + "))")
                    .bindList("ids", current)
                    .bind("now", Micros.of(now))
                    .map((row, context) -> {
                        boolean left = row.getString("kind").equals(OutcomeKind.LEFT.code());
                        Turn turn = new Turn(
                                row.getString("unit"),
                                Micros.instant(row.getLong("occurred_at")),
                                Micros.instant(row.getLong("reported_at")),
                                Micros.instant(row.getLong("recorded_at")));
                        return (left ? leaves : returns)
                                .computeIfAbsent(row.getString("customer_id"), id -> new ArrayList<>())
                                .add(turn);
                    })
                    .forEach(added -> {});
        }
        Map<String, Departures> departures = new HashMap<>();
        for (String customer : current) {
            List<Turn> gone = leaves.getOrDefault(customer, List.of());
            List<Turn> back = returns.getOrDefault(customer, List.of());
            if (!gone.isEmpty() || !back.isEmpty()) {
                departures.put(customer, new Departures(gone, back));
            }
        }
        return departures;
    }

    /**
     * Whether a unit has left: by itself, or with all that the customer has. The customer has left with all, and is there again with the first unit.
     *
     * @param unit empty for the customer with all they have
     */
    public boolean left(String unit) {
        return leavesOf(unit).anyMatch(leave -> returns.stream().noneMatch(back -> isBack(back, unit, leave)));
    }

    /**
     * Whether a unit is there again that was to be won back: it returned since the decision to win it back, or the store was told of it since, and it has not left after that. A plan that is
     * told that a unit is lost takes no notice of what was known by then.
     *
     * @param unit empty for the customer with all they have, who is there again with the first unit
     * @param decidedAt when it was decided to win it back
     */
    boolean returned(String unit, Instant decidedAt) {
        return returns.stream()
                .filter(back -> isOf(back, unit)
                        && !(Days.end(back.at()).isBefore(decidedAt)
                                && back.recordedAt().isBefore(decidedAt)))
                .anyMatch(back -> leavesOf(unit).allMatch(leave -> isAfter(back, leave)));
    }

    private Stream<Turn> leavesOf(String unit) {
        return leaves.stream()
                .filter(leave -> leave.unit().isEmpty() || leave.unit().equals(unit));
    }

    private static boolean isOf(Turn back, String unit) {
        return unit.isEmpty() || back.unit().isEmpty() || back.unit().equals(unit);
    }

    private static boolean isBack(Turn back, String unit, Turn leave) {
        return isOf(back, unit) && isAfter(back, leave);
    }

    /** Whether what says that a unit is there came after a leave. */
    static boolean isAfter(Turn back, Turn leave) {
        if (!mayBeAtOnce(back.at(), leave.at())) {
            return back.at().isAfter(leave.at());
        }
        int told = back.reportedAt().compareTo(leave.reportedAt());
        return told == 0 ? !utc(back.at()).isBefore(utc(leave.at())) : told > 0;
    }

    private static LocalDate utc(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    private static boolean mayBeAtOnce(Instant one, Instant other) {
        return one.equals(other) || mayBeOf(one, other) || mayBeOf(other, one);
    }

    /** Two days are told apart, as whoever tells them means them alike. */
    private static boolean mayBeOf(Instant day, Instant moment) {
        return Days.isDay(day)
                && !Days.isDay(moment)
                && !moment.isBefore(Days.start(day))
                && moment.isBefore(Days.end(day));
    }
}
