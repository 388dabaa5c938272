package io.holdfast.serving.store;

import io.holdfast.serving.work.Attempt;
import io.holdfast.serving.work.Days;
import io.holdfast.serving.work.WorkItem;
import io.holdfast.serving.work.WorkQuery;
import io.holdfast.serving.work.WorkStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** What is to be done for whom, and who does it. Thread-safe. */
public final class WorkList {
    /** By as much as moments of other systems may be off that take one time zone for another. */
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private final Connections connections;

    WorkList(Connections connections) {
        this.connections = connections;
    }

    /** One page of items, in the order of {@link WorkQuery.Place}. */
    public List<WorkItem> query(WorkQuery query, Instant now) {
        return connections.read(handle -> WorkItems.query(handle, query, now));
    }

    /** One item. */
    public Optional<WorkItem> find(String itemId) {
        return connections.read(handle -> WorkItems.find(handle, itemId));
    }

    /**
     * Gives an item to an agent; claiming twice changes nothing.
     *
     * @throws WriteRefusedException when there is none, it is closed or over, another has it, or an earlier step is not done
     */
    public WorkItem claim(String itemId, String agent, Writing writing) {
        return inTurn(handle -> claim(handle, itemId, agent, writing.at(), writing));
    }

    /** Whoever writes takes turns with other servers from the first thing it reads, or two would count the same attempt. */
    private <T> T inTurn(Function<Handle, T> change) {
        return connections.write(handle -> {
            AuditTrail.takeTurn(handle);
            return change.apply(handle);
        });
    }

    private static WorkItem claim(Handle handle, String itemId, String agent, Instant at, Writing writing) {
        WorkItem item = require(handle, itemId);
        requireAlive(item, at);
        if (item.status() == WorkStatus.CLAIMED) {
            if (item.claimedBy().equals(Optional.of(agent))) {
                return item;
            }
            throw taken(item);
        }
        if (WorkItems.hasOpenBefore(handle, item.decisionId(), item.step())) {
            throw WriteRefusedException.conflict(
                    "earlier_step_open",
                    "An earlier step of the same play is not done (expected: that one first).",
                    "同一方案的前一步骤尚未完成（应为：先完成前一步骤）。");
        }
        int won = handle.createUpdate("update work_item set status = 'claimed', claimed_by = :agent, claimed_at = :now,"
                        + " updated_at = :now where item_id = :id and status = 'open'")
                .bind("agent", agent)
                .bind("now", writing.micros())
                .bind("id", itemId)
                .execute();
        if (won == 0) {
            throw taken(require(handle, itemId));
        }
        AuditTrail.append(
                handle,
                writing.at(),
                writing.actor(),
                "work_item_claimed",
                itemId,
                AuditDetail.of("agent", agent).toString());
        return require(handle, itemId);
    }

    /**
     * Puts a claimed item back.
     *
     * @throws WriteRefusedException when there is none, or another has it
     */
    public WorkItem release(String itemId, String agent, Writing writing) {
        return inTurn(handle -> {
            WorkItem item = require(handle, itemId);
            if (item.status() == WorkStatus.OPEN) {
                return item;
            }
            requireAlive(item, writing.at());
            requireHeldBy(item, agent);
            handle.createUpdate("update work_item set status = 'open', claimed_by = null, claimed_at = null,"
                            + " updated_at = :now where item_id = :id")
                    .bind("now", writing.micros())
                    .bind("id", itemId)
                    .execute();
            AuditTrail.append(
                    handle,
                    writing.at(),
                    writing.actor(),
                    "work_item_released",
                    itemId,
                    AuditDetail.of("agent", agent).toString());
            return require(handle, itemId);
        });
    }

    /**
     * Notes an attempt; the same one twice counts once. A disposition that stops the play closes its later steps; the last step done ends the
     * decision. The customer's contact is noted with it.
     *
     * @throws WriteRefusedException when there is no such item, it is closed or over, the agent has not claimed it, or another attempt has this id
     */
    public WorkItem attempt(Attempt attempt, Writing writing) {
        return inTurn(handle -> attempt(handle, attempt, writing));
    }

    /**
     * Claims many items and notes an attempt at each, in order, all or nothing: with one write to the disk. What was noted before counts once.
     *
     * @throws WriteRefusedException saying which one is refused and why, as {@link #claim} and {@link #attempt} do; nothing is noted then
     */
    public List<WorkItem> attemptAll(List<Attempt> attempts, Writing writing) {
        return inTurn(handle -> {
            List<WorkItem> items = new ArrayList<>(attempts.size());
            for (Attempt attempt : attempts) {
                try {
                    items.add(claimedAttempt(handle, attempt, writing));
                } catch (WriteRefusedException e) {
                    throw e.ofMany(items.size() + 1, attempts.size());
                }
            }
            return items;
        });
    }

    /**
     * The same, each taken or refused alone. What an attempt needs of those before it, such as the step before, must come before it.
     *
     * @return for each, in order, whether it is new, or why it is refused
     */
    public List<RowOutcome> attemptEach(List<Attempt> attempts, Writing writing) {
        return inTurn(handle -> {
            List<RowOutcome> rows = new ArrayList<>(attempts.size());
            for (Attempt attempt : attempts) {
                try {
                    boolean noted = Presence.ATTEMPT.has(handle, attempt.attemptId());
                    claimedAttempt(handle, attempt, writing);
                    rows.add(RowOutcome.of(!noted));
                } catch (WriteRefusedException e) {
                    // Refusals come before anything of the row is written, so there is nothing to take back.
                    rows.add(RowOutcome.of(e));
                }
            }
            return rows;
        });
    }

    private static WorkItem claimedAttempt(Handle handle, Attempt attempt, Writing writing) {
        if (!Presence.ATTEMPT.has(handle, attempt.attemptId())) {
            requireTimes(handle, attempt, require(handle, attempt.itemId()), writing.at());
            claim(handle, attempt.itemId(), attempt.agent(), attempt.at(writing.at()), writing);
        }
        return attempt(handle, attempt, writing);
    }

    private static WorkItem attempt(Handle handle, Attempt attempt, Writing writing) {
        String fingerprint = fingerprint(attempt);
        Optional<String> known = handle.createQuery("select fingerprint from work_attempt where attempt_id = :id")
                .bind("id", attempt.attemptId())
                .mapTo(String.class)
                .findOne();
        if (known.isPresent()) {
            if (known.get().equals(fingerprint)) {
                return require(handle, attempt.itemId());
            }
            throw WriteRefusedException.conflict(
                    "attempt_exists",
                    "Another attempt has this id (expected: the same one, or an id of its own).",
                    "另一次尝试已使用该编号（应为：同一次尝试，或新的编号）。");
        }
        WorkItem item = require(handle, attempt.itemId());
        requireTimes(handle, attempt, item, writing.at());
        requireHeldBy(item, attempt.agent());
        Instant at = attempt.after(item.last(), writing.at());
        int number = item.attempts() + 1;
        WorkStatus next = attempt.next(number);
        insert(handle, attempt, number, fingerprint, at);
        boolean open = next == WorkStatus.OPEN;
        boolean earlier = item.last().filter(last -> at.isBefore(last.at())).isPresent();
        if (open && earlier) {
            // What a later attempt arranged stands.
            handle.createUpdate("update work_item set status = 'open', claimed_by = null, attempts = :attempts,"
                            + " updated_at = :now where item_id = :id")
                    .bind("attempts", number)
                    .bind("now", writing.micros())
                    .bind("id", attempt.itemId())
                    .execute();
        } else {
            settle(handle, attempt, item, next, writing);
        }
        ContactLog.insertOutbound(handle, attempt, item, writing);
        Decisions.acted(handle, item.decisionId(), attempt.agent(), at);
        if (next == WorkStatus.CLOSED) {
            if (attempt.disposition().stops()) {
                WorkItems.closeAll(handle, item.decisionId(), "stopped", writing.at());
            }
            if (!WorkItems.hasOpen(handle, item.decisionId())) {
                Decisions.finish(handle, item.decisionId());
            }
        }
        AuditTrail.append(
                handle,
                writing.at(),
                writing.actor(),
                "work_item_attempted",
                attempt.itemId(),
                AuditDetail.of("agent", attempt.agent())
                        .and("disposition", attempt.disposition().code())
                        .and("number", number)
                        .toString());
        return require(handle, attempt.itemId());
    }

    private static void settle(Handle handle, Attempt attempt, WorkItem item, WorkStatus next, Writing writing) {
        Optional<Instant> callBack = attempt.callBackAfter(item.callBackAt(), writing.at());
        handle.createUpdate("update work_item set status = :status, claimed_by = :agent, attempts = :attempts,"
                        + " disposition = :disposition, call_back_at = :callBack, due_at = :due, updated_at = :now"
                        + " where item_id = :id")
                .bind("status", next.code())
                .bind("agent", next == WorkStatus.OPEN ? null : attempt.agent())
                .bind("attempts", item.attempts() + 1)
                .bind("disposition", attempt.disposition().code())
                .bind("callBack", Micros.of(callBack))
                .bind("due", Micros.of(callBack.orElse(item.dueAt())))
                .bind("now", writing.micros())
                .bind("id", attempt.itemId())
                .execute();
    }

    /** An attempt that is reported as it happens is known by what it always was known by. */
    private static String fingerprint(Attempt attempt) {
        List<Object> parts = new ArrayList<>(List.of(
                attempt.itemId(),
                attempt.agent(),
                attempt.disposition().code(),
                attempt.callBackAt().map(Micros::of).orElse(-1L),
                attempt.note()));
        attempt.occurredAt().map(Micros::of).ifPresent(parts::add);
        return Fingerprint.of(parts.toArray());
    }

    private static void insert(Handle handle, Attempt attempt, int number, String fingerprint, Instant at) {
        handle.createUpdate("insert into work_attempt (attempt_id, item_id, number, agent, disposition, call_back_at,"
                        + " note, fingerprint, attempted_at) values (:attempt, :item, :number, :agent, :disposition,"
                        + " :callBack, :note, :fingerprint, :at)")
                .bind("attempt", attempt.attemptId())
                .bind("item", attempt.itemId())
                .bind("number", number)
                .bind("agent", attempt.agent())
                .bind("disposition", attempt.disposition().code())
                .bind("callBack", Micros.of(attempt.callBackAt()))
                .bind("note", attempt.note())
                .bind("fingerprint", fingerprint)
                .bind("at", Micros.of(at))
                .execute();
    }

    /**
     * Marks an item for somebody above, or gives it to another team; it goes back on the list.
     *
     * @param team to which it goes; empty to leave it where it is
     * @throws WriteRefusedException when there is none, or it is closed or over
     */
    public WorkItem escalate(String itemId, Optional<String> team, String agent, Writing writing) {
        return inTurn(handle -> {
            WorkItem item = require(handle, itemId);
            requireAlive(item, writing.at());
            if (item.escalated() && team.orElse(item.team()).equals(item.team())) {
                return item;
            }
            handle.createUpdate("update work_item set escalated = 1, team = :team, status = 'open', claimed_by = null,"
                            + " claimed_at = null, updated_at = :now where item_id = :id")
                    .bind("team", team.orElse(item.team()))
                    .bind("now", writing.micros())
                    .bind("id", itemId)
                    .execute();
            AuditTrail.append(
                    handle,
                    writing.at(),
                    writing.actor(),
                    "work_item_escalated",
                    itemId,
                    AuditDetail.of("agent", agent)
                            .and("team", team.orElse(item.team()))
                            .toString());
            return require(handle, itemId);
        });
    }

    /** Marks an owner as gone, so that the customers left behind are listed, or as there again. */
    public void owner(String owner, boolean left, Writing writing) {
        connections.write(handle -> {
            int changed = left
                    ? handle.createUpdate("insert into departed_owner (owner, departed_at) values (:owner, :now)"
                                    + " on conflict do nothing")
                            .bind("owner", owner)
                            .bind("now", writing.micros())
                            .execute()
                    : handle.createUpdate("delete from departed_owner where owner = :owner")
                            .bind("owner", owner)
                            .execute();
            if (changed > 0) {
                AuditTrail.append(
                        handle, writing.at(), writing.actor(), left ? "owner_left" : "owner_returned", owner, "{}");
            }
            return changed;
        });
    }

    private static WorkItem require(Handle handle, String itemId) {
        return WorkItems.find(handle, itemId)
                .orElseThrow(() -> WriteRefusedException.absent(
                                "no_such_work_item",
                                "There is no such work item (expected: the id of one that /v1/work-items:query gave).",
                                "没有该工作项（应为：/v1/work-items:query 给出的工作项编号）。")
                        .at("itemId"));
    }

    /** All that the times of an attempt can be refused for, before anything of it is written. */
    private static void requireTimes(Handle handle, Attempt attempt, WorkItem item, Instant reportedAt) {
        requireAfterItsItem(handle, attempt);
        requireAlive(item, attempt.after(item.last(), reportedAt));
        requireAhead(attempt, reportedAt);
        requireInTime(attempt, item);
    }

    private static void requireAfterItsItem(Handle handle, Attempt attempt) {
        Optional<Instant> at = attempt.occurredAt();
        if (at.isEmpty()) {
            return;
        }
        Instant latest = Days.isDay(at.get()) ? Days.end(at.get()) : at.get().plus(CLOCKS_DIFFER);
        if (WorkItems.createdAt(handle, attempt.itemId())
                .filter(latest::isBefore)
                .isPresent()) {
            throw WriteRefusedException.conflict(
                    "before_work_item",
                    "The attempt is said to be earlier than the work item (expected: a moment since it was made).",
                    "所报时间早于该工作项（应为：工作项生成之后的时间）。");
        }
    }

    private static void requireAhead(Attempt attempt, Instant reportedAt) {
        if (attempt.callBackAt().filter(at -> !attempt.isBefore(at, reportedAt)).isPresent()) {
            throw WriteRefusedException.conflict(
                            "call_back_too_early",
                            "The call-back is before the attempt (expected: a moment after the attempt and before the work item's"
                                    + " expiresAt).",
                            "回访时间早于本次尝试（应为：本次尝试之后、工作项 expiresAt 之前的时间）。")
                    .at("callBackAt");
        }
    }

    /** Nobody is shown an item that has expired, so nobody would call back. */
    private static void requireInTime(Attempt attempt, WorkItem item) {
        if (attempt.callBackAt().filter(at -> !at.isBefore(item.expiresAt())).isPresent()) {
            throw WriteRefusedException.conflict(
                            "call_back_too_late",
                            "The call-back is after the work item's end (expected: before " + item.expiresAt()
                                    + ", or the disposition that closes it).",
                            "回访时间晚于工作项的截止时间（应为：早于 " + item.expiresAt() + "，或选择结束工作项的处置结果）。")
                    .at("callBackAt");
        }
    }

    private static void requireAlive(WorkItem item, Instant now) {
        if (item.status() == WorkStatus.CLOSED || !item.expiresAt().isAfter(now)) {
            throw WriteRefusedException.conflict(
                    "work_item_closed",
                    "The work item is done, dropped or too late (expected: an open one).",
                    "该工作项已完成、取消或过期（应为：未结束的工作项）。");
        }
    }

    private static void requireHeldBy(WorkItem item, String agent) {
        if (item.status() != WorkStatus.CLAIMED) {
            throw WriteRefusedException.conflict(
                    "not_claimed",
                    "Nobody has claimed the work item (expected: the agent's claim first).",
                    "该工作项无人认领（应为：先由该人员认领）。");
        }
        if (!item.claimedBy().equals(Optional.of(agent))) {
            throw taken(item);
        }
    }

    private static WriteRefusedException taken(WorkItem item) {
        String agent = item.claimedBy().orElse("another");
        return WriteRefusedException.conflict(
                "already_claimed",
                "Another agent has the work item: " + agent + " (expected: one that is open).",
                "该工作项已由他人认领：" + agent + "（应为：未被认领的工作项）。");
    }
}
