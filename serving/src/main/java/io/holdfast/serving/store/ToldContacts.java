package io.holdfast.serving.store;

import io.holdfast.serving.work.Attempt;
import io.holdfast.serving.work.WorkItem;
import io.holdfast.serving.work.WorkStatus;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What an agent says of a contact that was reported before as a contact alone, within a transaction: it took place, and this came of it. */
final class ToldContacts {
    private ToldContacts() {}

    /**
     * Whether an attempt is the contact that closed its item, as far as their moments tell: they are less than a day and a half apart.
     *
     * @param item as it stands before the attempt
     */
    static boolean isOne(Handle handle, Attempt attempt, WorkItem item, Instant reportedAt) {
        if (item.status() != WorkStatus.CLOSED || !item.disposition().equals(Optional.of(WorkItems.CONTACTED))) {
            return false;
        }
        Instant at = attempt.after(item.last(), reportedAt);
        return handle.createQuery("select count(*) from contact c where c.customer_id = :customer and c.decision_id ="
                                + " :decision and c.kind = '" + ContactLog.CARE + "' and c.direction = '"
                                + ContactLog.OUTBOUND + "' and c.channel = :channel and c.occurred_at > :before and"
                                + " c.occurred_at < :after and not exists (select 1 from work_item w join work_attempt a on"
                                + " a.item_id = w.item_id where w.decision_id = c.decision_id and a.attempted_at ="
                                + " c.occurred_at)")
                        .bind("customer", item.customerId())
                        .bind("decision", item.decisionId())
                        .bind("channel", item.channel())
                        .bind("before", Micros.of(at.minus(WorkItems.SAME_CONTACT)))
                        .bind("after", Micros.of(at.plus(WorkItems.SAME_CONTACT)))
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** Gives the item to whoever made the attempt, as if they had claimed it. */
    static WorkItem claim(Handle handle, Attempt attempt, Writing writing) {
        handle.createUpdate("update work_item set status = 'claimed', claimed_by = :agent, claimed_at = :now,"
                        + " disposition = :disposition, updated_at = :now where item_id = :id")
                .bind("agent", attempt.agent())
                .bind("disposition", attempt.disposition().code())
                .bind("now", writing.micros())
                .bind("id", attempt.itemId())
                .execute();
        return WorkRules.require(handle, attempt.itemId(), writing.at());
    }

    /** Where the item is after the attempt: where nobody was reached it is open again, unless its decision is over for another reason, or another one stands by now. */
    static WorkStatus next(Handle handle, Attempt attempt, WorkItem item, Writing writing) {
        WorkStatus next = attempt.next(item.attempts() + 1);
        return next == WorkStatus.OPEN && !Decisions.resume(handle, item.decisionId(), writing.at())
                ? WorkStatus.CLOSED
                : next;
    }
}
