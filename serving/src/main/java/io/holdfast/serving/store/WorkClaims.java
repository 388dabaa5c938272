package io.holdfast.serving.store;

import io.holdfast.serving.work.WorkItem;
import io.holdfast.serving.work.WorkStatus;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who has a work item, within a transaction. */
final class WorkClaims {
    private WorkClaims() {}

    /** Gives an item to an agent; claiming twice changes nothing. */
    static WorkItem claim(Handle handle, String itemId, String agent, Instant at, Writing writing) {
        WorkItem item = WorkRules.require(handle, itemId, writing.at());
        WorkRules.requireAlive(item, at);
        WorkRules.requireNoBarrier(item, at, writing.at());
        if (item.status() == WorkStatus.CLAIMED) {
            if (item.claimedBy().equals(Optional.of(agent))) {
                return item;
            }
            throw WorkRules.taken(item);
        }
        if (WorkItems.hasOpenBefore(handle, item.decisionId(), item.step(), writing.at())) {
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
            throw WorkRules.taken(WorkRules.require(handle, itemId, writing.at()));
        }
        AuditTrail.append(
                handle,
                writing.at(),
                writing.actor(),
                "work_item_claimed",
                itemId,
                AuditDetail.of("agent", agent).toString());
        return WorkRules.require(handle, itemId, writing.at());
    }

    /** Puts a claimed item back. */
    static WorkItem release(Handle handle, String itemId, String agent, Writing writing) {
        WorkItem item = WorkRules.require(handle, itemId, writing.at());
        if (item.status() == WorkStatus.OPEN || item.barrier().isPresent()) {
            return item;
        }
        WorkRules.requireAlive(item, writing.at());
        WorkRules.requireHeldBy(item, agent, writing.at());
        handle.createUpdate("update work_item set status = 'open', claimed_by = null, claimed_at = null,"
                        + " updated_at = :now where item_id = :id")
                .bind("now", writing.micros())
                .bind("id", itemId)
                .execute();
        WorkItems.closeIfOver(handle, item, writing.at());
        AuditTrail.append(
                handle,
                writing.at(),
                writing.actor(),
                "work_item_released",
                itemId,
                AuditDetail.of("agent", agent).toString());
        return WorkRules.require(handle, itemId, writing.at());
    }
}
