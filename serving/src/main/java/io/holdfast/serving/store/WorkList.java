package io.holdfast.serving.store;

import io.holdfast.serving.work.Attempt;
import io.holdfast.serving.work.WorkItem;
import io.holdfast.serving.work.WorkQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** What is to be done for whom, and who does it. Thread-safe. */
public final class WorkList {
    private final Connections connections;

    WorkList(Connections connections) {
        this.connections = connections;
    }

    /** One page of items, in the order of {@link WorkQuery.Place}. */
    public List<WorkItem> query(WorkQuery query, Instant now) {
        return connections.read(handle -> WorkItems.query(handle, query, now));
    }

    /** How many items are due before a moment and still to be done, by plan, team and channel. */
    public List<OpenContacts> open(Instant dueBefore, Instant now) {
        return connections.read(handle -> WorkItems.open(handle, dueBefore, now));
    }

    /** The teams that have or had work, in the order of their names. */
    public List<String> teams() {
        return connections.read(
                handle -> handle.createQuery("select distinct team from work_item where team <> '' order by team")
                        .mapTo(String.class)
                        .list());
    }

    /** One item as it stands at a moment. */
    public Optional<WorkItem> find(String itemId, Instant now) {
        return connections.read(handle -> WorkItems.find(handle, itemId, now).map(item -> item.asOf(now)));
    }

    /**
     * Gives an item to an agent; claiming twice changes nothing.
     *
     * @throws WriteRefusedException when there is none, it is closed or over, another has it, the customer wants none of it, or an
     *     earlier step is not done
     */
    public WorkItem claim(String itemId, String agent, Writing writing) {
        return inTurn(handle -> WorkClaims.claim(handle, itemId, agent, writing.at(), writing));
    }

    /** Whoever writes takes turns with other servers from the first thing it reads, or two would count the same attempt. */
    private <T> T inTurn(Function<Handle, T> change) {
        return connections.write(handle -> {
            AuditTrail.takeTurn(handle);
            return change.apply(handle);
        });
    }

    /**
     * Puts a claimed item back.
     *
     * @throws WriteRefusedException when there is none, or another has it
     */
    public WorkItem release(String itemId, String agent, Writing writing) {
        return inTurn(handle -> WorkClaims.release(handle, itemId, agent, writing))
                .asOf(writing.at());
    }

    /**
     * Notes an attempt; the same one twice counts once. A disposition that stops the play closes its later steps; the last step done ends the
     * decision. The customer's contact is noted with it.
     *
     * @throws WriteRefusedException when there is no such item, it is closed or over, the agent has not claimed it, or another attempt has this id
     */
    public WorkItem attempt(Attempt attempt, Writing writing) {
        return inTurn(handle -> WorkAttempts.note(handle, attempt, writing)).asOf(writing.at());
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
                    items.add(
                            WorkAttempts.claimAndNote(handle, attempt, writing).asOf(writing.at()));
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
                    WorkAttempts.claimAndNote(handle, attempt, writing);
                    rows.add(RowOutcome.of(!noted));
                } catch (WriteRefusedException e) {
                    // Refusals come before anything of the row is written, so there is nothing to take back.
                    rows.add(RowOutcome.of(e));
                }
            }
            return rows;
        });
    }

    /**
     * Marks an item for somebody above, or gives it to another team; it goes back on the list.
     *
     * @param team to which it goes; empty to leave it where it is
     * @throws WriteRefusedException when there is none, or it is closed or over
     */
    public WorkItem escalate(String itemId, Optional<String> team, String agent, Writing writing) {
        return inTurn(handle -> {
            WorkItem item = WorkRules.require(handle, itemId, writing.at());
            WorkRules.requireAlive(item, writing.at());
            if (item.escalated() && team.orElse(item.team()).equals(item.team())) {
                return item;
            }
            WorkRules.requireNoBarrier(item, writing.at(), writing.at());
            handle.createUpdate("update work_item set escalated = 1, team = :team, status = 'open', claimed_by = null,"
                            + " claimed_at = null, updated_at = :now where item_id = :id")
                    .bind("team", team.orElse(item.team()))
                    .bind("now", writing.micros())
                    .bind("id", itemId)
                    .execute();
            WorkItems.closeIfOver(handle, item, writing.at());
            AuditTrail.append(
                    handle,
                    writing.at(),
                    writing.actor(),
                    "work_item_escalated",
                    itemId,
                    AuditDetail.of("agent", agent)
                            .and("team", team.orElse(item.team()))
                            .toString());
            return WorkRules.require(handle, itemId, writing.at());
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
}
