package io.holdfast.serving.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Makes two ids one customer. Used within a transaction. */
final class Merging {
    /** Rows that belong to a customer and have no second customer's row to make way for. */
    private static final List<String> FOLLOWING = List.of("prediction", "decision", "work_item", "contact", "outcome");

    private Merging() {}

    /** Returns the id that stays, and whether anything changed. */
    static Merged merge(Handle handle, String from, String into, Writing writing) {
        String stays = Customers.ensure(handle, into, writing);
        String leaves = Customers.current(handle, from);
        if (stays.equals(leaves)) {
            return new Merged(stays, false);
        }
        Customers.ensure(handle, leaves, writing);
        String leavesRef = Customers.auditRef(handle, leaves).orElse("");
        String staysRef = Customers.auditRef(handle, stays).orElse("");
        List<String> dropped = supersede(handle, leaves, stays, HoldOuts.merge(handle, leaves, stays), writing);
        for (String table : FOLLOWING) {
            move(handle, table, leaves, stays);
        }
        mergeConsent(handle, leaves, stays);
        move(handle, "customer_alias", leaves, stays);
        handle.createUpdate("insert into customer_alias (alias, customer_id, merged_at) values (:alias, :into, :at)")
                .bind("alias", leaves)
                .bind("into", stays)
                .bind("at", writing.micros())
                .execute();
        handle.createUpdate("delete from customer where customer_id = :id")
                .bind("id", leaves)
                .execute();
        AuditDetail detail = AuditDetail.of("merged", leavesRef);
        if (!dropped.isEmpty()) {
            // Two for one unit are two rights of the customer, and whoever answers for them shall find which was not
            // served.
            detail.and("droppedServices", String.join(" ", dropped));
        }
        AuditTrail.append(handle, writing.at(), writing.actor(), "customers_merged", staysRef, detail.toString());
        return new Merged(stays, true);
    }

    private static void move(Handle handle, String table, String from, String into) {
        handle.createUpdate("update " + table + " set customer_id = :into where customer_id = :from")
                .bind("into", into)
                .bind("from", from)
                .execute();
    }

    /**
     * Of open decisions only those stay whose side of the measurement stays; if neither side was ever drawn, those that were made first. One
     * customer, one answer: also an action of the other side must not be carried out on somebody who is held out. Of two that may both be carried out, that stays for
     * which somebody has claimed work; if both have, whoever claimed the other's may still report how it ended. A service goes before all else, whatever the side: it is
     * a right of the customer, and no side of a measurement. What is idle goes before nothing.
     *
     * @return the services that are dropped though there is work to them
     */
    private static List<String> supersede(
            Handle handle, String leaves, String stays, Optional<String> firstArm, Writing writing) {
        Decisions.expire(handle, List.of(leaves, stays), writing.at());
        boolean heldOut = isHeldOut(handle, stays);
        List<StoredDecision> open = concat(open(handle, leaves), open(handle, stays));
        List<StoredDecision> otherSide = open.stream()
                .filter(decision -> !decision.isService()
                        && firstArm.filter(id -> !id.equals(decision.customerId()))
                                .isPresent()
                        && heldOut != decision.arm().equals(HoldOutMember.HELD_OUT))
                .toList();
        List<StoredDecision> idle = open.stream()
                .filter(decision -> !otherSide.contains(decision) && isIdle(handle, decision, writing))
                .toList();
        List<StoredDecision> busy = open.stream()
                .filter(decision -> !otherSide.contains(decision) && !idle.contains(decision))
                .toList();
        List<StoredDecision> choice = busy.isEmpty() ? idle : busy;
        List<StoredDecision> leaving = of(choice, leaves);
        List<StoredDecision> staying = of(choice, stays);
        boolean leavingFirst = firstArm.map(leaves::equals).orElseGet(() -> isEarlier(leaving, staying));
        if (goBefore(handle, leavingFirst ? staying : leaving, leavingFirst ? leaving : staying, heldOut, writing)) {
            leavingFirst = !leavingFirst;
        }
        List<StoredDecision> first = leavingFirst ? leaving : staying;
        List<StoredDecision> second = leavingFirst ? staying : leaving;
        List<StoredDecision> standing = withIdle(standing(first, second), idle);
        List<String> dropped = new ArrayList<>();
        for (StoredDecision decision : open) {
            if (!standing.contains(decision)) {
                handle.createUpdate("update decision set state = 'superseded' where decision_id = :id")
                        .bind("id", decision.decisionId())
                        .execute();
                if (otherSide.contains(decision)) {
                    WorkItems.closeAll(handle, decision.decisionId(), WorkItems.SUPERSEDED, writing.at());
                } else {
                    WorkItems.closeUnclaimed(handle, decision.decisionId(), WorkItems.SUPERSEDED, writing.at());
                }
                if (decision.isService() && busy.contains(decision)) {
                    dropped.add(decision.decisionId());
                }
            }
        }
        if (heldOut) {
            String other = firstArm.map(leaves::equals).orElse(false) ? stays : leaves;
            WorkItems.closeForHeldOut(handle, List.of(leaves, stays), other, writing.at());
        }
        return dropped;
    }

    /** Whether nothing is to be carried out or measured by it: to have decided that nothing is to be done binds nobody, nor does a service without work that can still be done. */
    private static boolean isIdle(Handle handle, StoredDecision decision, Writing writing) {
        return decision.status().equals(NewDecision.NONE)
                || (decision.isService() && !WorkItems.canBeDone(handle, decision.decisionId(), writing.at()));
    }

    private static List<StoredDecision> of(List<StoredDecision> decisions, String customer) {
        return decisions.stream()
                .filter(decision -> decision.customerId().equals(customer))
                .toList();
    }

    /** Those of the one that goes first, and of the other the services for units that have none by then; a unit has one decision at most. */
    private static List<StoredDecision> standing(List<StoredDecision> first, List<StoredDecision> second) {
        if (first.isEmpty()) {
            return second;
        }
        List<StoredDecision> services =
                concat(first, second).stream().filter(StoredDecision::isService).toList();
        List<StoredDecision> standing = new ArrayList<>();
        for (StoredDecision decision : concat(first, second)) {
            boolean taken = concat(standing, decision.isService() ? List.of() : services).stream()
                    .anyMatch(other -> other.unit().equals(decision.unit()));
            if (!taken && (decision.isService() || first.contains(decision))) {
                standing.add(decision);
            }
        }
        return standing;
    }

    /** Adds what is idle of an id where nothing of the other one stands. */
    private static List<StoredDecision> withIdle(List<StoredDecision> standing, List<StoredDecision> idle) {
        List<StoredDecision> all = new ArrayList<>(standing);
        for (StoredDecision decision : idle) {
            if (!all.contains(decision)
                    && all.stream().allMatch(other -> other.customerId().equals(decision.customerId()))) {
                all.add(decision);
            }
        }
        return all;
    }

    private static List<StoredDecision> concat(List<StoredDecision> some, List<StoredDecision> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** Whether decisions that would come second go before the others: by a service, or by work that somebody has claimed and may carry out on who is or is not held out. */
    private static boolean goBefore(
            Handle handle, List<StoredDecision> second, List<StoredDecision> first, boolean heldOut, Writing writing) {
        boolean service = second.stream().anyMatch(StoredDecision::isService);
        if (service != first.stream().anyMatch(StoredDecision::isService)) {
            return service;
        }
        return hasClaim(handle, second, heldOut, writing) && !hasClaim(handle, first, heldOut, writing);
    }

    private static boolean hasClaim(Handle handle, List<StoredDecision> decisions, boolean heldOut, Writing writing) {
        return decisions.stream()
                .filter(decision -> !heldOut || decision.isService())
                .anyMatch(decision -> WorkItems.hasClaimed(handle, decision.decisionId(), writing.at()));
    }

    private static boolean isEarlier(List<StoredDecision> leaving, List<StoredDecision> staying) {
        return !leaving.isEmpty()
                && (staying.isEmpty()
                        || leaving.get(0).decidedAt().isBefore(staying.get(0).decidedAt()));
    }

    private static List<StoredDecision> open(Handle handle, String customer) {
        return handle.createQuery(
                        "select * from decision where customer_id = :id and state = 'open' order by decided_at")
                .bind("id", customer)
                .map(Decisions::decision)
                .list();
    }

    /** By now the side that stays is noted under the id that stays. */
    private static boolean isHeldOut(Handle handle, String stays) {
        return Optional.ofNullable(HoldOuts.of(handle, List.of(stays)).get(stays))
                .map(member -> member.arm().equals(HoldOutMember.HELD_OUT))
                .orElse(false);
    }

    /** The later statement stands; of two at one moment the refusal. Of two that say the same, it is so since the earlier one. */
    private static void mergeConsent(Handle handle, String from, String into) {
        handle.createUpdate(
                        "insert into consent (customer_id, purpose, channel, granted, said_at, source, since) select"
                                + " :into, purpose, channel, granted, said_at, source, " + Consents.since("consent")
                                + " from consent where customer_id = :from" + Consents.UNLESS_LATER_OF_BOTH)
                .bind("into", into)
                .bind("from", from)
                .execute();
        handle.createUpdate("delete from consent where customer_id = :from")
                .bind("from", from)
                .execute();
    }
}
