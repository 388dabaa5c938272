package io.holdfast.serving.store;

import io.holdfast.serving.work.Disposition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * What agents found out by trying to reach a customer, and what nothing has contradicted since: that a unit has left though no outcome says so, and that the number or
 * address of a channel is another's. No outcome comes of it, so that effects go by what was measured alone.
 *
 * <p>A unit that left stands until an outcome says that it is there ({@code stayed}, {@code returned}, or a leave that is internal or partial), an agent reached the customer
 * to keep it, or the customer got in touch about it. Where the customer left with all they have, what is said of one unit is said of that one alone, and what is said of no
 * unit of all.
 *
 * <p>A wrong channel stands until somebody reached the customer by it, be it beside the work list (an outbound contact of care), the customer got in touch by it, or agreed to be contacted by it by its name, having refused or said nothing until then: systems send again
 * every night what has long been known. That of an id which
 * was merged into another one says nothing of the numbers of the others: it does not stand where one of these was ever reached by that channel.
 *
 * @param leaves units that have left, never those that were to be won back
 * @param wrong channels that do not lead to the customer
 */
public record AgentReports(List<Left> leaves, List<Wrong> wrong) {
    static final String ALREADY_LEFT = Disposition.ALREADY_LEFT.code();
    private static final long SAME_CONTACT = WorkItems.SAME_CONTACT_HOURS * 3_600_000_000L;
    private static final String WRONG_NUMBER = Disposition.WRONG_NUMBER.code();

    /** Of a decision {@code %1$s}: it is not to win back. */
    static final String KEPT = "(%1$s.goal is null or %1$s.goal <> '" + NewDecision.WIN_BACK + "')";

    /** That somebody spoke to the customer by the channel of item {@code w}. */
    private static final String REACHED = "select 1 from work_item wr join work_attempt ar on ar.item_id = wr.item_id"
            + " where wr.customer_id = w.customer_id and wr.channel = w.channel and ar.disposition in ('reached',"
            + " 'accepted', 'refused')";

    /**
     * That a contact {@code t} by the channel of item {@code w} got through. Of what the company started, care does, unless it is an attempt, which has a disposition of its own, or another system's word
     * on one: what is told of the same decision within a day and a half of it. Mailings tell nothing of whom they reach.
     */
    private static final String GOT_THROUGH =
            "select 1 from contact t where t.customer_id = w.customer_id and t.channel"
                    + " = w.channel and (t.direction = 'inbound' or (t.kind = 'care' and not exists (select 1 from work_item wt"
                    + " join work_attempt tried on tried.item_id = wt.item_id where wt.decision_id = t.decision_id and wt.channel"
                    + " = t.channel and tried.attempted_at > t.occurred_at - " + SAME_CONTACT
                    + " and tried.attempted_at <"
                    + " t.occurred_at + " + SAME_CONTACT + ")))";

    /** That the channel of item {@code w} does not lead to the customer, by attempt {@code a}. */
    private static final String WRONG = "a.disposition = '" + WRONG_NUMBER + "' and not exists (" + REACHED
            + " and ar.attempted_at > a.attempted_at) and not exists (" + GOT_THROUGH
            + " and t.occurred_at > a.attempted_at)"
            + " and not exists (select 1 from consent s where s.customer_id = w.customer_id and s.purpose = '"
            + Consent.CARE + "' and s.granted = 1 and s.channel = w.channel and " + Consents.since("s")
            + " > a.attempted_at)"
            + " and not (exists (select 1 from customer_alias m where m.alias = w.given_id and m.merged_at >="
            + " w.created_at) and (exists (" + REACHED + " and wr.given_id <> w.given_id) or exists (" + GOT_THROUGH
            + " and t.given_id <> w.given_id)))";

    /** That an attempt or a contact of unit {@code %1$s} is about the unit of {@code work_item}, or about all as the report by item {@code w} was. */
    private static final String ABOUT =
            "(" + unit("work_item") + " in ('', %1$s) or (%1$s = '' and " + unit("w") + " = ''))";

    /** That the unit of {@code work_item} has left by attempt {@code a} at item {@code w}. */
    private static final String LEFT = "a.disposition = '" + ALREADY_LEFT + "' and not exists (select 1 from outcome o"
            + " where o.customer_id = w.customer_id and (" + unit("work_item") + " = '' or o.unit in ('', "
            + unit("work_item") + ")) and " + Departures.THERE + " and "
            + Departures.since("a.attempted_at", "a.attempted_at") + ") and not exists (select 1 from work_item wr join"
            + " work_attempt ar on ar.item_id = wr.item_id where wr.customer_id = w.customer_id and ar.disposition in"
            + " ('reached', 'accepted') and ar.attempted_at > a.attempted_at and exists (select 1 from decision k where"
            + " k.decision_id = wr.decision_id and " + KEPT.formatted("k") + ") and " + ABOUT.formatted(unit("wr"))
            + ") and not exists (select 1 from contact t where t.customer_id = w.customer_id and t.direction = 'inbound'"
            + " and t.occurred_at > a.attempted_at and not exists (select 1 from decision k where k.decision_id ="
            + " t.decision_id and k.goal = '" + NewDecision.WIN_BACK + "') and "
            + ABOUT.formatted("coalesce(" + unit("t") + ", '')") + ")";

    /**
     * The earliest attempt {@code a} at an item {@code w} of the customer of a row of {@code work_item}. One table at a time, each by its index: databases that join them instead, having
     * guessed how much there is, read all decisions for every row.
     */
    private static final String EARLIEST = "(select min((select min(a.attempted_at) from work_attempt a where a.item_id"
            + " = w.item_id and %s)) from work_item w where w.customer_id = work_item.customer_id and w.attempts > 0 and"
            + " %s)";

    /** When the unit of a row of {@code work_item} left by what agents say, of those that are to be kept; null while it is there. Needs {@code :now}. */
    static final String LEFT_OF_ITEM = EARLIEST.formatted(
            LEFT,
            "(select case when " + KEPT.formatted("d") + " and (select case when " + KEPT.formatted("r")
                    + " and r.unit in ('', d.unit) then 1 else 0 end from decision r where r.decision_id = w.decision_id)"
                    + " = 1 then 1 else 0 end from decision d where d.decision_id = work_item.decision_id) = 1");

    /** Since when the channel of a row of {@code work_item}, or of an open step in front of it, leads to somebody else; null while it is right. Needs {@code :now}. */
    static final String WRONG_OF_ITEM = EARLIEST.formatted(
            WRONG,
            "w.channel in (select e.channel from work_item e where e.decision_id = work_item.decision_id and e.step <="
                    + " work_item.step and e.status = 'open' and e.expires_at > :now)");

    private static String unit(String row) {
        return "(select u.unit from decision u where u.decision_id = " + row + ".decision_id)";
    }

    /** Of whom no agent has reported anything. */
    static final AgentReports NONE = new AgentReports(List.of(), List.of());

    /** Keeps copies. */
    public AgentReports {
        leaves = List.copyOf(leaves);
        wrong = List.copyOf(wrong);
    }

    /**
     * A unit that has left.
     *
     * @param unit the line, policy or account; empty for the customer with all they have
     * @param planId of the plan whose work it came of
     * @param at when somebody was told
     * @param there where it is about all they have, the units that are there by what was said since
     */
    public record Left(String unit, String planId, Instant at, Set<String> there) {
        /** Keeps a copy. */
        public Left {
            there = Set.copyOf(there);
        }

        /** With a first unit the customer is there. */
        private boolean isOf(String asked) {
            return unit.isEmpty() ? (asked.isEmpty() ? there.isEmpty() : !there.contains(asked)) : unit.equals(asked);
        }
    }

    /**
     * A channel that does not lead to the customer.
     *
     * @param channel its code
     * @param planId of the plan whose work it came of
     * @param at when somebody found out
     */
    public record Wrong(String channel, String planId, Instant at) {}

    /** Those of many customers at once; nothing for who has none. */
    static Map<String, AgentReports> of(Handle handle, List<String> current, Instant now) {
        Map<String, AgentReports> reports = new HashMap<>();
        if (current.isEmpty()) {
            return reports;
        }
        ReportedLeaves.of(handle, current, now)
                .forEach((customer, left) -> reports.put(customer, new AgentReports(left, List.of())));
        handle.createQuery(
                        "select w.customer_id, w.channel, r.plan_id, a.attempted_at from work_item w join work_attempt"
                                + " a on a.item_id = w.item_id join decision r on r.decision_id = w.decision_id where"
                                + " w.customer_id in (<ids>) and " + WRONG + " order by a.attempted_at, a.attempt_id")
                .bindList("ids", current)
                .map((row, context) -> Map.entry(
                        row.getString("customer_id"),
                        new Wrong(
                                row.getString("channel"),
                                row.getString("plan_id"),
                                Micros.instant(row.getLong("attempted_at")))))
                .forEach(entry -> reports.merge(
                        entry.getKey(), NONE.and(entry.getValue()), (known, none) -> known.and(entry.getValue())));
        return reports;
    }

    private AgentReports and(Wrong channel) {
        List<Wrong> all = new ArrayList<>(wrong);
        all.add(channel);
        return new AgentReports(leaves, all);
    }

    /** The same without what came of the work of some plans. */
    public AgentReports without(Predicate<String> plans) {
        return new AgentReports(
                leaves.stream().filter(left -> !plans.test(left.planId())).toList(),
                wrong.stream().filter(channel -> !plans.test(channel.planId())).toList());
    }

    /**
     * Whether a unit has left by what agents say: by itself, or with all that the customer has.
     *
     * @param unit empty for the customer with all they have
     */
    public boolean left(String unit) {
        return leaves.stream().anyMatch(left -> left.isOf(unit));
    }

    /** Codes of the channels that do not lead to the customer, in their order. */
    public List<String> wrongChannels() {
        return wrong.stream().map(Wrong::channel).distinct().sorted().toList();
    }
}
