package io.holdfast.serving.work;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Which work items somebody wants to see.
 *
 * @param team only this one's
 * @param owner only customers of this one
 * @param channel only by this way
 * @param status only there; without it all that is not closed
 * @param claimedBy only what this agent has
 * @param customerId only this customer's
 * @param ownerLeft only customers whose owner is marked as gone
 * @param escalated only what is escalated
 * @param dueBefore only what is due earlier
 * @param after begin behind this place; what a page before gave
 * @param limit the most items, 1 to {@value #MOST}
 */
public record WorkQuery(
        Optional<String> team,
        Optional<String> owner,
        Optional<String> channel,
        Optional<WorkStatus> status,
        Optional<String> claimedBy,
        Optional<String> customerId,
        boolean ownerLeft,
        boolean escalated,
        Optional<Instant> dueBefore,
        Optional<Place> after,
        int limit) {
    /** The most items of one page. */
    public static final int MOST = 500;

    /** Items of a page unless somebody says otherwise. */
    public static final int USUAL = 100;

    /**
     * Checks the limit.
     *
     * @throws IllegalArgumentException if it is none
     */
    public WorkQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit: " + limit + " (expected: 1 to " + MOST + ")");
        }
    }

    /** Everything that is not closed, from the first. */
    public static WorkQuery all() {
        return new WorkQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                USUAL);
    }

    /** The same for one team. */
    public WorkQuery ofTeam(String name) {
        return new WorkQuery(
                Optional.of(name),
                owner,
                channel,
                status,
                claimedBy,
                customerId,
                ownerLeft,
                escalated,
                dueBefore,
                after,
                limit);
    }

    /** The same for one customer. */
    public WorkQuery ofCustomer(String id) {
        return new WorkQuery(
                team,
                owner,
                channel,
                status,
                claimedBy,
                Optional.of(id),
                ownerLeft,
                escalated,
                dueBefore,
                after,
                limit);
    }

    /** The same in one status. */
    public WorkQuery in(WorkStatus place) {
        return new WorkQuery(
                team,
                owner,
                channel,
                Optional.of(place),
                claimedBy,
                customerId,
                ownerLeft,
                escalated,
                dueBefore,
                after,
                limit);
    }

    /** The same for customers whose owner is gone. */
    public WorkQuery withoutOwner() {
        return new WorkQuery(
                team, owner, channel, status, claimedBy, customerId, true, escalated, dueBefore, after, limit);
    }

    /** The next so many behind a place. */
    public WorkQuery page(Optional<Place> place, int most) {
        return new WorkQuery(
                team, owner, channel, status, claimedBy, customerId, ownerLeft, escalated, dueBefore, place, most);
    }

    /**
     * A place in the order of all items: by the day (UTC) on which they are due, within a day by expected gain with the largest first and unknown
     * ones last, then by the moment they are due, then by id.
     *
     * @param dueAt of the last item seen
     * @param gain of the last item seen, finite
     * @param itemId of the last item seen
     */
    public record Place(Instant dueAt, OptionalDouble gain, String itemId) {
        /** The place of an item. */
        public static Place of(WorkItem item) {
            return new Place(item.dueAt(), item.gain(), item.itemId());
        }
    }
}
