package io.holdfast.serving.work;

import io.holdfast.scoring.dataset.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One step of care that somebody is to carry out for one customer.
 *
 * @param itemId names it
 * @param decisionId the decision it carries out
 * @param step of the play, from 1
 * @param customerId byte for byte; after a merge the id that stays
 * @param unit the line, policy or account; empty where the customer is the unit
 * @param team that does it; empty if none is named
 * @param owner the employee or branch who looks after the customer; empty if unknown
 * @param ownerLeft whether that owner is marked as gone, so that somebody else must take it
 * @param channel by which way
 * @param action code of the playbook's action
 * @param text what to do
 * @param gain expected net margin, by which the most worth-while stands first; empty if unknown
 * @param status where it is
 * @param claimedBy who has it
 * @param attempts so far
 * @param disposition the last attempt's, or why it was closed without one: {@code stopped}, {@code expired}, {@code superseded}, {@code overridden}, or
 *     the code of the barrier
 * @param barriers why it is closed though nobody has closed it, what counts first in front; none of one that somebody has claimed or closed
 * @param objects whether the customer objects to profiling
 * @param callBackAt when to try again
 * @param escalated whether somebody above has to look at it
 * @param last the latest attempt; empty before the first
 * @param dueAt when it is to be done
 * @param expiresAt from when on it makes no sense
 */
public record WorkItem(
        String itemId,
        String decisionId,
        int step,
        String customerId,
        String unit,
        String team,
        String owner,
        boolean ownerLeft,
        String channel,
        String action,
        LocalizedText text,
        OptionalDouble gain,
        WorkStatus status,
        Optional<String> claimedBy,
        int attempts,
        Optional<String> disposition,
        List<Barrier> barriers,
        boolean objects,
        Optional<Instant> callBackAt,
        boolean escalated,
        Optional<LastAttempt> last,
        Instant dueAt,
        Instant expiresAt) {
    /** The disposition of what nobody closed in time. */
    public static final String EXPIRED = "expired";

    /** Keeps a copy. */
    public WorkItem {
        barriers = List.copyOf(barriers);
    }

    /** The barrier that its disposition names. */
    public Optional<Barrier> barrier() {
        return barriers.stream().findFirst();
    }

    /** Whether what was decided by a score is nothing to be shown any more. */
    public boolean isHidden() {
        return objects && status == WorkStatus.CLOSED;
    }

    /**
     * Whether it should have been done by now. What is due on a day without an hour is so until that day is over everywhere.
     *
     * @param now the moment of asking
     */
    public boolean isOverdue(Instant now) {
        return Days.end(dueAt).isBefore(now);
    }

    /** The same as it stands at a moment: what has expired is over, although nobody has closed it yet. */
    public WorkItem asOf(Instant now) {
        return expiresAt.isAfter(now) ? this : over();
    }

    /** The same where it is over although nobody has closed it yet. */
    public WorkItem over() {
        return status == WorkStatus.CLOSED && barriers.isEmpty()
                ? this
                : new WorkItem(
                        itemId,
                        decisionId,
                        step,
                        customerId,
                        unit,
                        team,
                        owner,
                        ownerLeft,
                        channel,
                        action,
                        text,
                        gain,
                        WorkStatus.CLOSED,
                        claimedBy,
                        attempts,
                        Optional.of(EXPIRED),
                        List.of(),
                        objects,
                        callBackAt,
                        escalated,
                        last,
                        dueAt,
                        expiresAt);
    }
}
