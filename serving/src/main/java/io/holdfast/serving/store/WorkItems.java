package io.holdfast.serving.store;

import io.holdfast.serving.work.Barrier;
import io.holdfast.serving.work.BarrierCause;
import io.holdfast.serving.work.LastAttempt;
import io.holdfast.serving.work.WorkItem;
import io.holdfast.serving.work.WorkQuery;
import io.holdfast.serving.work.WorkStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BinaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Rows of the work list. Used within the transactions of others. */
final class WorkItems {
    /** The disposition of what was dropped since another decision stands for the customer whom two ids have become. */
    static final String SUPERSEDED = "superseded";

    /** The disposition of a step that somebody carried out beside the list, as a reported contact says. */
    static final String CONTACTED = "contacted";

    private static final String SELECT = "select work_item.*, (select d.unit from decision d where d.decision_id ="
            + " work_item.decision_id) as unit, departed_owner.owner as left_owner, work_attempt.agent as"
            + " last_agent, work_attempt.note as last_note, work_attempt.attempted_at as last_at, " + Barriers.COLUMNS
            + " from work_item"
            + " left join departed_owner on departed_owner.owner = work_item.owner and work_item.owner <> ''"
            + " left join work_attempt on work_attempt.attempt_id = (select a.attempt_id from work_attempt a"
            + " where a.item_id = work_item.item_id order by case when a.disposition = work_item.disposition then 0 else 1"
            + " end, a.attempted_at desc, a.number desc, a.attempt_id desc limit 1)";
    /** So many hours apart two contacts, one of them told by its day, may be one. */
    static final int SAME_CONTACT_HOURS = 36;

    static final Duration SAME_CONTACT = Duration.ofHours(SAME_CONTACT_HOURS);

    private static final long MICROS_OF_A_DAY = 86_400_000_000L;
    private static final String DAY = "due_at / " + MICROS_OF_A_DAY;
    /** What is unknown stands behind everything. */
    private static final String GAIN = "coalesce(gain, :unknown)";

    private static final double UNKNOWN = -Double.MAX_VALUE;
    private static final String ORDER = " order by " + DAY + ", " + GAIN + " desc, due_at, work_item.item_id";
    private static final String BEHIND = "due_at >= :placeStart and (" + DAY + " > :placeDay or " + GAIN
            + " < :placeGain or (" + GAIN + " = :placeGain and (due_at > :placeDue or (due_at = :placeDue and"
            + " work_item.item_id > :placeItem))))";

    private WorkItems() {}

    /** One item for every step of a play that is to be carried out. */
    static void insert(Handle handle, NewDecision decision, String customer, Writing writing) {
        for (DecisionStep step : decision.steps()) {
            handle.createUpdate("insert into work_item (item_id, decision_id, step, customer_id, given_id, team, owner,"
                            + " channel, action, texts, gain, status, due_at, expires_at, created_at, updated_at)"
                            + " values (:item, :decision, :step, :customer, :given, :team, :owner, :channel, :action,"
                            + " :texts, :gain, 'open', :due, :expires, :at, :at)")
                    .bind("item", RowIds.next(writing.at()))
                    .bind("decision", decision.decisionId())
                    .bind("step", step.number())
                    .bind("customer", customer)
                    .bind("given", decision.customerId())
                    .bind("team", step.team())
                    .bind("owner", decision.owner())
                    .bind("channel", step.channel())
                    .bind("action", decision.action().orElse(""))
                    .bind("texts", Texts.write(step.text()))
                    .bind("gain", gain(decision))
                    .bind("due", Micros.of(step.dueAt()))
                    .bind("expires", Micros.of(step.expiresAt()))
                    .bind("at", writing.micros())
                    .execute();
        }
    }

    private static @Nullable Double gain(NewDecision decision) {
        return decision.candidates().stream()
                .filter(candidate ->
                        decision.action().filter(candidate.action()::equals).isPresent()
                                && candidate.gain().isPresent())
                .map(candidate -> candidate.gain().getAsDouble())
                .findFirst()
                .orElse(null);
    }

    /** One item as it is written, also when it has expired. */
    static Optional<WorkItem> find(Handle handle, String itemId, Instant now) {
        return handle.createQuery(SELECT + " where work_item.item_id = :id")
                .bind("now", Micros.of(now))
                .bind("id", itemId)
                .map(WorkItems::item)
                .findOne();
    }

    /** One page, by the day they are due and then by gain; its order does not change while somebody turns the pages. */
    static List<WorkItem> query(Handle handle, WorkQuery query, Instant now) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        query.team().ifPresent(team -> equal(conditions, values, "team", team));
        query.owner().ifPresent(owner -> equal(conditions, values, "work_item.owner", owner));
        query.channel().ifPresent(channel -> equal(conditions, values, "channel", channel));
        query.claimedBy().ifPresent(agent -> equal(conditions, values, "claimed_by", agent));
        query.customerId().ifPresent(id -> equal(conditions, values, "customer_id", Customers.current(handle, id)));
        conditions.add(status(query.status()));
        values.put("now", Micros.of(now));
        if (query.ownerLeft()) {
            conditions.add("departed_owner.owner is not null");
        }
        if (query.escalated()) {
            conditions.add("escalated = 1");
        }
        query.dueBefore().ifPresent(before -> {
            conditions.add("due_at < :before");
            values.put("before", Micros.of(before));
        });
        query.after().ifPresent(place -> {
            long due = Micros.of(place.dueAt());
            long day = Math.floorDiv(due, MICROS_OF_A_DAY);
            conditions.add(BEHIND);
            values.put("placeDay", day);
            values.put("placeStart", day * MICROS_OF_A_DAY);
            values.put("placeGain", place.gain().orElse(UNKNOWN));
            values.put("placeDue", due);
            values.put("placeItem", place.itemId());
        });
        Query rows =
                handle.createQuery(SELECT + " where " + String.join(" and ", conditions) + ORDER + " limit :limit");
        values.forEach(rows::bind);
        return rows.bind("unknown", UNKNOWN)
                .bind("limit", query.limit())
                .map(WorkItems::item)
                .map(item -> item.asOf(now))
                .list();
    }

    /** What has expired or is behind a barrier is among the closed ones, though nobody has closed it. */
    private static String status(Optional<WorkStatus> asked) {
        String open = "(status = 'open' and expires_at > :now and " + Barriers.NONE + ")";
        String claimed = "(status = 'claimed' and expires_at > :now)";
        if (asked.isEmpty()) {
            return "(" + open + " or " + claimed + ")";
        }
        return switch (asked.get()) {
            case OPEN -> open;
            case CLAIMED -> claimed;
            case CLOSED ->
                "(status = 'closed' or expires_at <= :now or (status = 'open' and not (" + Barriers.NONE + ")))";
        };
    }

    /** The item of each open decision that tells most: the first that nobody has closed, else the last. */
    static Map<String, WorkItem> due(Handle handle, List<String> decisionIds, Instant now) {
        return telling(
                handle,
                decisionIds,
                now,
                "",
                (earlier, later) -> earlier.status() == WorkStatus.CLOSED
                                && earlier.barrier().isEmpty()
                        ? later
                        : earlier);
    }

    /** The last item of each decision that somebody tried. */
    static Map<String, WorkItem> tried(Handle handle, List<String> decisionIds, Instant now) {
        return telling(handle, decisionIds, now, " and attempts > 0", (earlier, later) -> later);
    }

    private static Map<String, WorkItem> telling(
            Handle handle, List<String> decisionIds, Instant now, String condition, BinaryOperator<WorkItem> which) {
        Map<String, WorkItem> telling = new HashMap<>();
        if (!decisionIds.isEmpty()) {
            handle.createQuery(SELECT + " where work_item.decision_id in (<ids>)" + condition
                            + " order by work_item.decision_id, step")
                    .bindList("ids", decisionIds)
                    .bind("now", Micros.of(now))
                    .map(WorkItems::item)
                    .map(item -> item.asOf(now))
                    .forEach(item -> telling.merge(item.decisionId(), item, which));
        }
        return telling;
    }

    /** What is still to be done, by plan, team and channel. */
    static List<OpenContacts> open(Handle handle, Instant dueBefore, Instant now) {
        // Without a join: databases that guess a single item to have no barrier would read all decisions for each.
        return handle.createQuery("select plan_id, team, channel, count(*) as contacts from (select (select"
                        + " decided.plan_id from decision decided where decided.decision_id = work_item.decision_id) as"
                        + " plan_id, work_item.team, work_item.channel from work_item where work_item.due_at < :before"
                        + " and work_item.expires_at > :now and (work_item.status = 'claimed' or (work_item.status ="
                        + " 'open' and " + Barriers.NONE + "))) still group by plan_id, team, channel order by plan_id,"
                        + " team, channel")
                .bind("before", Micros.of(dueBefore))
                .bind("now", Micros.of(now))
                .map((row, context) -> new OpenContacts(
                        row.getString("plan_id"),
                        row.getString("team"),
                        row.getString("channel"),
                        row.getInt("contacts")))
                .list();
    }

    /** When an item was made; empty when there is none. */
    static Optional<Instant> createdAt(Handle handle, String itemId) {
        return handle.createQuery("select created_at from work_item where item_id = :id")
                .bind("id", itemId)
                .mapTo(Long.class)
                .findOne()
                .map(Micros::instant);
    }

    private static void equal(List<String> conditions, Map<String, Object> values, String column, String value) {
        String name = column.replace('.', '_');
        conditions.add(column + " = :" + name);
        values.put(name, value);
    }

    /** Closes what is left of a decision without anybody's attempt. */
    static void closeAll(Handle handle, String decisionId, String disposition, Instant now) {
        handle.createUpdate("update work_item set status = 'closed', disposition = :disposition, updated_at = :now"
                        + " where decision_id = :decision and status <> 'closed'")
                .bind("disposition", disposition)
                .bind("now", Micros.of(now))
                .bind("decision", decisionId)
                .execute();
    }

    /**
     * Closes, whoever has claimed it, what is not to be carried out on a customer who turns out to be held out, services excepted: all that came by the id of the other side, of decisions that are over, too,
     * and of both ids what a merge has set aside.
     */
    static void closeForHeldOut(Handle handle, List<String> ids, String otherSide, Instant now) {
        handle.createUpdate("update work_item set status = 'closed', disposition = '" + SUPERSEDED
                        + "', updated_at = :now where customer_id in (<ids>) and status <> 'closed' and exists (select 1"
                        + " from decision d where d.decision_id = work_item.decision_id and d.arm <> '"
                        + StoredDecision.SERVED + "' and (work_item.customer_id = :other or d.state = 'superseded'))")
                .bind("now", Micros.of(now))
                .bind("other", otherSide)
                .bindList("ids", ids)
                .execute();
    }

    /** Closes what nobody has claimed of a decision that ended because the customer left, or returned, or was merged. */
    static void closeUnclaimed(Handle handle, StoredDecision decision, Instant now) {
        BarrierCause other = decision.isWinBack() ? BarrierCause.RETURNED : BarrierCause.ALREADY_LEFT;
        closeUnclaimed(handle, decision.decisionId(), decision.isSuperseded() ? SUPERSEDED : other.code(), now);
    }

    static void closeUnclaimed(Handle handle, String decisionId, String disposition, Instant now) {
        handle.createUpdate("update work_item set status = 'closed', disposition = :disposition, updated_at = :now"
                        + " where decision_id = :decision and status = 'open'")
                .bind("disposition", disposition)
                .bind("now", Micros.of(now))
                .bind("decision", decisionId)
                .execute();
    }

    /** The same of an item that was put back after its decision had ended. */
    static void closeIfOver(Handle handle, WorkItem item, Instant now) {
        Decisions.find(handle, item.decisionId())
                .filter(decision -> !decision.isOpen())
                .ifPresent(decision -> closeUnclaimed(handle, decision, now));
    }

    /** Whether items of a decision can still be done, of the steps before one. */
    static boolean hasOpenBefore(Handle handle, String decisionId, int step, Instant now) {
        return count(handle, decisionId, "and step < " + step + " and expires_at > " + Micros.of(now)) > 0;
    }

    /** Whether anything of a decision can still be done. */
    static boolean canBeDone(Handle handle, String decisionId, Instant now) {
        return count(handle, decisionId, "and expires_at > " + Micros.of(now)) > 0;
    }

    /** Whether somebody has claimed a step that can still be done. */
    static boolean hasClaimed(Handle handle, String decisionId, Instant now) {
        return count(handle, decisionId, "and status = 'claimed' and expires_at > " + Micros.of(now)) > 0;
    }

    /**
     * Closes the step of a decision that a contact beside the list has carried out: the first one that is not closed, if it goes by the channel of the contact and nobody has
     * claimed it; of a later one from the day on which it is due. Of contacts by one channel within a day and a half, those that are attempts among them, the first to be noted
     * counts: what two systems tell of one call is one call.
     */
    static boolean closeContacted(Handle handle, String decisionId, Contact contact, Instant now) {
        Instant occurredAt = contact.occurredAt();
        Instant day = occurredAt.truncatedTo(ChronoUnit.DAYS);
        return handle.createUpdate("update work_item set status = 'closed', disposition = '" + CONTACTED
                                + "', call_back_at = null, updated_at = :now where decision_id = :decision and status = 'open'"
                                + " and expires_at > :now and step = (select min(w.step) from work_item w where"
                                + " w.decision_id = :decision and w.status <> 'closed' and w.expires_at > :now)"
                                + " and channel = :channel and (step = 1 or due_at < :dayEnd) and not exists (select 1 from"
                                + " contact t where t.customer_id = work_item.customer_id and t.decision_id = :decision and"
                                + " t.contact_id <> :contact and t.kind = '" + ContactLog.CARE + "' and t.direction = '"
                                + ContactLog.OUTBOUND + "' and t.channel = :channel and t.occurred_at > :before and"
                                + " t.occurred_at < :after)")
                        .bind("channel", contact.channel())
                        .bind("contact", contact.contactId())
                        .bind("now", Micros.of(now))
                        .bind("decision", decisionId)
                        .bind("dayEnd", Micros.of(day.plus(Duration.ofDays(1))))
                        .bind("before", Micros.of(occurredAt.minus(SAME_CONTACT)))
                        .bind("after", Micros.of(occurredAt.plus(SAME_CONTACT)))
                        .execute()
                > 0;
    }

    static boolean hasOpen(Handle handle, String decisionId) {
        return count(handle, decisionId, "") > 0;
    }

    private static long count(Handle handle, String decisionId, String further) {
        return handle.createQuery(
                        "select count(*) from work_item where decision_id = :id and status <> 'closed' " + further)
                .bind("id", decisionId)
                .mapTo(Long.class)
                .one();
    }

    private static WorkItem item(ResultSet row, StatementContext context) throws SQLException {
        double gain = row.getDouble("gain");
        OptionalDouble known = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(gain);
        long callBack = row.getLong("call_back_at");
        Optional<Instant> callBackAt = row.wasNull() ? Optional.empty() : Optional.of(Micros.instant(callBack));
        Optional<String> disposition = Optional.ofNullable(row.getString("disposition"));
        WorkStatus status = WorkStatus.of(row.getString("status")).orElseThrow();
        List<Barrier> barriers = status == WorkStatus.OPEN ? Barriers.of(row) : List.of();
        return new WorkItem(
                row.getString("item_id"),
                row.getString("decision_id"),
                row.getInt("step"),
                row.getString("customer_id"),
                row.getString("unit"),
                row.getString("team"),
                row.getString("owner"),
                row.getString("left_owner") != null,
                row.getString("channel"),
                row.getString("action"),
                Texts.read(row.getString("texts")),
                known,
                barriers.isEmpty() ? status : WorkStatus.CLOSED,
                Optional.ofNullable(row.getString("claimed_by")),
                row.getInt("attempts"),
                barriers.isEmpty()
                        ? disposition
                        : Optional.of(barriers.get(0).cause().code()),
                barriers,
                Barriers.objects(row),
                callBackAt,
                row.getInt("escalated") == 1,
                last(row),
                Micros.instant(row.getLong("due_at")),
                Micros.instant(row.getLong("expires_at")));
    }

    private static Optional<LastAttempt> last(ResultSet row) throws SQLException {
        String agent = row.getString("last_agent");
        return agent == null
                ? Optional.empty()
                : Optional.of(
                        new LastAttempt(agent, row.getString("last_note"), Micros.instant(row.getLong("last_at"))));
    }
}
