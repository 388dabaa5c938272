package io.holdfast.serving.store;

import io.holdfast.serving.work.Attempt;
import io.holdfast.serving.work.Barrier;
import io.holdfast.serving.work.BarrierCause;
import io.holdfast.serving.work.Days;
import io.holdfast.serving.work.WorkItem;
import io.holdfast.serving.work.WorkStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What a change of a work item is refused for, with its words. */
final class WorkRules {
    /** By as much as moments of other systems may be off that take one time zone for another. */
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private WorkRules() {}

    static WorkItem require(Handle handle, String itemId, Instant now) {
        return WorkItems.find(handle, itemId, now)
                .orElseThrow(() -> WriteRefusedException.absent(
                                "no_such_work_item",
                                "There is no such work item (expected: the id of one that /v1/work-items:query gave).",
                                "没有该工作项（应为：/v1/work-items:query 给出的工作项编号）。")
                        .at("itemId"));
    }

    /** All that the times of an attempt can be refused for, before anything of it is written. */
    static void requireTimes(Handle handle, Attempt attempt, WorkItem item, Instant reportedAt) {
        requireAfterItsItem(handle, attempt);
        Instant at = attempt.after(item.last(), reportedAt);
        if (ToldContacts.isOne(handle, attempt, item, reportedAt)) {
            requireUnexpired(item, at);
        } else {
            requireAlive(item, at);
        }
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
        if (attempt.callBackAt().filter(at -> !attempt.hasAhead(at, reportedAt)).isPresent()) {
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

    static void requireAlive(WorkItem item, Instant now) {
        boolean closed = item.status() == WorkStatus.CLOSED && item.barrier().isEmpty();
        if (closed && item.disposition().equals(Optional.of(WorkItems.SUPERSEDED))) {
            throw WriteRefusedException.conflict(
                    "work_item_closed",
                    "The work item was dropped when two ids became one customer, for whom another decision stands or who is held out"
                            + " (expected: what /v1/care:lookup says of the customer).",
                    "两个编号已合并为同一客户，该客户另有有效决定或属于对照组，此工作项已取消（应为：按 /v1/care:lookup 的答复办理）。");
        }
        if (closed && item.disposition().equals(Optional.of(WorkItems.CONTACTED))) {
            throw WriteRefusedException.conflict(
                    "work_item_closed",
                    "Somebody has contacted the customer for this work item, as a reported contact says (expected: an open one,"
                            + " or what came of that contact, of within 36 hours of it).",
                    "已有人就该工作项联系客户（见已上报的联系记录）（应为：未结束的工作项，或该次联系前后 36 小时内的处置结果）。");
        }
        if (closed) {
            throw over();
        }
        requireUnexpired(item, now);
    }

    private static void requireUnexpired(WorkItem item, Instant now) {
        if (!item.expiresAt().isAfter(now)) {
            throw over();
        }
    }

    private static WriteRefusedException over() {
        return WriteRefusedException.conflict(
                "work_item_closed",
                "The work item is done, dropped or too late (expected: an open one).",
                "该工作项已完成、取消或过期（应为：未结束的工作项）。");
    }

    /**
     * What was done before any barrier was there, or in that very moment, was in time, though it is reported later.
     *
     * @param at when it was or is done
     */
    static void requireNoBarrier(WorkItem item, Instant at, Instant now) {
        Optional<Barrier> barrier = item.barriers().stream()
                .filter(found -> !at.isBefore(now) || found.since().isBefore(at))
                .findFirst();
        if (barrier.isPresent()) {
            throw barred(barrier.get().cause());
        }
    }

    private static WriteRefusedException barred(BarrierCause cause) {
        return switch (cause) {
            case PROFILING_OBJECTION ->
                WriteRefusedException.conflict(
                        cause.code(),
                        "The customer objects to being profiled, and the work item rests on a score (expected: an open work"
                                + " item, or an attempt from before that was said).",
                        "该客户反对画像分析，而该工作项以评分为依据（应为：未结束的工作项，或客户反对之前的尝试）。");
            case ALREADY_LEFT ->
                WriteRefusedException.conflict(
                        cause.code(),
                        "The customer has left, or the unit has that the work item is about (expected: an open work item, or an"
                                + " attempt from before they left).",
                        "该客户或该工作项所涉及的业务已流失（应为：未结束的工作项，或流失之前的尝试）。");
            case RETURNED ->
                WriteRefusedException.conflict(
                        cause.code(),
                        "The customer has returned, or the unit has that the work item was to win back (expected: an open work"
                                + " item, or an attempt from before they returned).",
                        "该客户或该工作项要赢回的业务已恢复（应为：未结束的工作项，或恢复之前的尝试）。");
            case OPTED_OUT ->
                WriteRefusedException.conflict(
                        cause.code(),
                        "The customer wants no care, or none by this channel or that of a step before it (expected: an open"
                                + " work item, or an attempt from before that was said).",
                        "该客户拒绝关怀，或拒绝此步骤或其前一步骤的渠道（应为：未结束的工作项，或客户拒绝之前的尝试）。");
            case WRONG_NUMBER ->
                WriteRefusedException.conflict(
                        cause.code(),
                        "An agent found the number or address of this channel, or of that of a step before it, to be another's"
                                + " (expected: an open work item, or an attempt from before that).",
                        "经办人已报告此步骤或其前一步骤渠道的号码或地址有误（应为：未结束的工作项，或该报告之前的尝试）。");
        };
    }

    static void requireHeldBy(WorkItem item, String agent, Instant now) {
        requireNoBarrier(item, now, now);
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

    static WriteRefusedException taken(WorkItem item) {
        String agent = item.claimedBy().orElse("another");
        return WriteRefusedException.conflict(
                "already_claimed",
                "Another agent has the work item: " + agent + " (expected: one that is open).",
                "该工作项已由他人认领：" + agent + "（应为：未被认领的工作项）。");
    }
}
