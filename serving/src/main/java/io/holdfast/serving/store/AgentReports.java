package io.holdfast.serving.store;

import io.holdfast.serving.work.Disposition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * What agents found out by trying to reach a customer, and what nothing has contradicted since: that a unit has left though no outcome says so, and that the number or
 * address of a channel is another's. No outcome comes of it, so that effects go by what was measured alone.
 *
 * <p>A unit that left stands until an outcome says that it is there ({@code stayed}, {@code returned}, or a leave that is internal or partial). A wrong channel stands until
 * somebody reached the customer by it, the customer got in touch by it, or agreed to be contacted by it.
 *
 * @param leaves units that have left, never those that were to be won back
 * @param wrong channels that do not lead to the customer
 */
public record AgentReports(List<Left> leaves, List<Wrong> wrong) {
    private static final String ALREADY_LEFT = Disposition.ALREADY_LEFT.code();
    private static final String WRONG_NUMBER = Disposition.WRONG_NUMBER.code();

    /** Attempts {@code a} at items {@code w} of decisions {@code r}. */
    private static final String ATTEMPTS =
            " from work_item w join work_attempt a on a.item_id = w.item_id join decision r on r.decision_id = w.decision_id";

    /** That the customer, or the unit, has left by the attempt. Needs {@code :now}. */
    private static final String LEFT = "a.disposition = '" + ALREADY_LEFT + "' and (r.goal is null or r.goal <> '"
            + NewDecision.WIN_BACK
            + "') and not exists (select 1 from outcome o where o.customer_id = w.customer_id and"
            + " (r.unit = '' or o.unit in ('', r.unit)) and " + Departures.THERE + " and "
            + Departures.since("a.attempted_at", "a.attempted_at") + ")";

    /** That the item's channel does not lead to the customer, by the attempt. */
    private static final String WRONG = "a.disposition = '" + WRONG_NUMBER + "' and not exists (select 1 from work_item"
            + " wr join work_attempt ar on ar.item_id = wr.item_id where wr.customer_id = w.customer_id and wr.channel ="
            + " w.channel and ar.disposition in ('reached', 'accepted', 'refused') and ar.attempted_at > a.attempted_at)"
            + " and not exists (select 1 from contact t where t.customer_id = w.customer_id and t.channel = w.channel and"
            + " t.direction = 'inbound' and t.occurred_at > a.attempted_at) and not exists (select 1 from consent s where"
            + " s.customer_id = w.customer_id and s.purpose = '" + Consent.CARE + "' and s.granted = 1 and s.channel in"
            + " (w.channel, '" + Consent.ALL + "') and s.said_at > a.attempted_at)";

    /** When the unit of a row of {@code work_item} left by what agents say, of those that are to be kept; null while it is there. Needs {@code :now}. */
    static final String LEFT_OF_ITEM = "(select min(a.attempted_at)" + ATTEMPTS + " join decision d on d.decision_id ="
            + " work_item.decision_id where w.customer_id = work_item.customer_id and (d.goal is null or d.goal <> '"
            + NewDecision.WIN_BACK + "') and r.unit in ('', d.unit) and " + LEFT + ")";

    /** Since when the channel of a row of {@code work_item}, or of an open step in front of it, leads to somebody else; null while it is right. Needs {@code :now}. */
    static final String WRONG_OF_ITEM =
            "(select min(a.attempted_at)" + ATTEMPTS + " join work_item e on e.decision_id ="
                    + " work_item.decision_id and e.step <= work_item.step and e.status = 'open' and e.expires_at > :now and"
                    + " e.channel = w.channel where w.customer_id = work_item.customer_id and " + WRONG + ")";

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
     */
    public record Left(String unit, String planId, Instant at) {}

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
        if (!current.isEmpty()) {
            handle.createQuery("select w.customer_id, w.channel, r.unit, r.plan_id, a.disposition, a.attempted_at"
                            + ATTEMPTS
                            + " where w.customer_id in (<ids>) and ((" + LEFT + ") or (" + WRONG
                            + ")) order by a.attempted_at, a.attempt_id")
                    .bindList("ids", current)
                    .bind("now", Micros.of(now))
                    .map((row, context) -> {
                        AgentReports known = reports.getOrDefault(row.getString("customer_id"), NONE);
                        Instant at = Micros.instant(row.getLong("attempted_at"));
                        String plan = row.getString("plan_id");
                        reports.put(
                                row.getString("customer_id"),
                                row.getString("disposition").equals(ALREADY_LEFT)
                                        ? known.and(new Left(row.getString("unit"), plan, at))
                                        : known.and(new Wrong(row.getString("channel"), plan, at)));
                        return plan;
                    })
                    .forEach(plan -> {});
        }
        return reports;
    }

    private AgentReports and(Left left) {
        List<Left> all = new ArrayList<>(leaves);
        all.add(left);
        return new AgentReports(all, wrong);
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
        return leaves.stream()
                .anyMatch(left -> left.unit().isEmpty() || left.unit().equals(unit));
    }

    /** Codes of the channels that do not lead to the customer, in their order. */
    public List<String> wrongChannels() {
        return wrong.stream().map(Wrong::channel).distinct().sorted().toList();
    }
}
