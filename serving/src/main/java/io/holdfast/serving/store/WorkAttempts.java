package io.holdfast.serving.store;

import io.holdfast.serving.work.Attempt;
import io.holdfast.serving.work.WorkItem;
import io.holdfast.serving.work.WorkStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Attempts at work items, within a transaction, and what becomes of item, play and decision. */
final class WorkAttempts {
    private WorkAttempts() {}

    /** Claims the item for whoever made the attempt, and notes it; what was noted before counts once. */
    static WorkItem claimAndNote(Handle handle, Attempt attempt, Writing writing) {
        if (!Presence.ATTEMPT.has(handle, attempt.attemptId())) {
            WorkItem item = WorkRules.require(handle, attempt.itemId(), writing.at());
            WorkRules.requireTimes(handle, attempt, item, writing.at());
            if (!ToldContacts.isOne(handle, attempt, item, writing.at())) {
                WorkClaims.claim(handle, attempt.itemId(), attempt.agent(), attempt.at(writing.at()), writing);
            }
        }
        return note(handle, attempt, writing);
    }

    /** Notes an attempt at an item that its agent has claimed. */
    static WorkItem note(Handle handle, Attempt attempt, Writing writing) {
        String fingerprint = fingerprint(attempt);
        Optional<String> known = handle.createQuery("select fingerprint from work_attempt where attempt_id = :id")
                .bind("id", attempt.attemptId())
                .mapTo(String.class)
                .findOne();
        if (known.isPresent()) {
            if (known.get().equals(fingerprint)) {
                return WorkRules.require(handle, attempt.itemId(), writing.at());
            }
            throw WriteRefusedException.conflict(
                    "attempt_exists",
                    "Another attempt has this id (expected: the same one, or an id of its own).",
                    "另一次尝试已使用该编号（应为：同一次尝试，或新的编号）。");
        }
        WorkItem item = WorkRules.require(handle, attempt.itemId(), writing.at());
        WorkRules.requireTimes(handle, attempt, item, writing.at());
        boolean told = ToldContacts.isOne(handle, attempt, item, writing.at());
        if (told) {
            item = ToldContacts.claim(handle, attempt, writing);
        }
        WorkRules.requireHeldBy(item, attempt.agent(), writing.at());
        Instant at = attempt.after(item.last(), writing.at());
        int number = item.attempts() + 1;
        WorkStatus next = told ? ToldContacts.next(handle, attempt, item, writing) : attempt.next(number);
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
            settle(handle, attempt, item, next, at, writing);
        }
        if (open) {
            WorkItems.closeIfOver(handle, item, writing.at());
        }
        ContactLog.insertOutbound(handle, attempt, item, at, writing);
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
        return WorkRules.require(handle, attempt.itemId(), writing.at());
    }

    private static void settle(
            Handle handle, Attempt attempt, WorkItem item, WorkStatus next, Instant at, Writing writing) {
        Optional<Instant> callBack = attempt.callBackAfter(item.last(), item.callBackAt(), writing.at());
        handle.createUpdate("update work_item set status = :status, claimed_by = :agent, attempts = :attempts,"
                        + " disposition = :disposition, call_back_at = :callBack, due_at = :due, updated_at = :now"
                        + " where item_id = :id")
                .bind("status", next.code())
                .bind("agent", next == WorkStatus.OPEN ? null : attempt.agent())
                .bind("attempts", item.attempts() + 1)
                .bind("disposition", attempt.disposition().code())
                .bind("callBack", Micros.of(callBack))
                .bind("due", Micros.of(callBack.orElseGet(() -> dueWithout(item, at))))
                .bind("now", writing.micros())
                .bind("id", attempt.itemId())
                .execute();
    }

    /** A call-back that is over puts nothing off any more. */
    private static Instant dueWithout(WorkItem item, Instant at) {
        boolean putOff = item.callBackAt().isPresent() && item.dueAt().isAfter(at);
        return putOff ? at.truncatedTo(ChronoUnit.DAYS) : item.dueAt();
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
}
