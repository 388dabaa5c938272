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
        supersede(handle, leaves, stays, HoldOuts.merge(handle, leaves, stays), writing);
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
        AuditTrail.append(
                handle,
                writing.at(),
                writing.actor(),
                "customers_merged",
                staysRef,
                AuditDetail.of("merged", leavesRef).toString());
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
     * a right of the customer, and no side of a measurement.
     */
    private static void supersede(
            Handle handle, String leaves, String stays, Optional<String> firstArm, Writing writing) {
        List<StoredDecision> leaving = open(handle, leaves);
        List<StoredDecision> staying = open(handle, stays);
        boolean heldOut = isHeldOut(handle, stays);
        boolean leavingFirst = firstArm.map(leaves::equals).orElseGet(() -> isEarlier(leaving, staying));
        if (goBefore(handle, leavingFirst ? staying : leaving, leavingFirst ? leaving : staying, heldOut, writing)) {
            leavingFirst = !leavingFirst;
        }
        List<StoredDecision> first = leavingFirst ? leaving : staying;
        List<StoredDecision> second = leavingFirst ? staying : leaving;
        List<StoredDecision> standing = standing(first, second);
        for (StoredDecision decision : concat(first, second)) {
            boolean otherSide = !decision.isService()
                    && firstArm.filter(id -> !id.equals(decision.customerId())).isPresent()
                    && heldOut != decision.arm().equals(HoldOutMember.HELD_OUT);
            if (otherSide || !standing.contains(decision)) {
                handle.createUpdate("update decision set state = 'superseded' where decision_id = :id")
                        .bind("id", decision.decisionId())
                        .execute();
                if (otherSide) {
                    WorkItems.closeAll(handle, decision.decisionId(), WorkItems.SUPERSEDED, writing.at());
                } else {
                    WorkItems.closeUnclaimed(handle, decision.decisionId(), WorkItems.SUPERSEDED, writing.at());
                }
            }
        }
        if (heldOut) {
            WorkItems.closeAllButService(handle, List.of(leaves, stays), WorkItems.SUPERSEDED, writing.at());
        }
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
        handle.createUpdate("update consent set since = (select f.since from consent f where f.customer_id = :from and"
                        + " f.purpose = consent.purpose and f.channel = consent.channel) where customer_id = :into and exists"
                        + " (select 1 from consent f where f.customer_id = :from and f.purpose = consent.purpose and"
                        + " f.channel = consent.channel and f.granted = consent.granted and f.since < consent.since)")
                .bind("into", into)
                .bind("from", from)
                .execute();
        handle.createUpdate(
                        "insert into consent (customer_id, purpose, channel, granted, said_at, source, since) select"
                                + " :into, purpose, channel, granted, said_at, source, since from consent where customer_id = :from"
                                + " on conflict (customer_id, purpose, channel) do update set granted = excluded.granted, said_at ="
                                + " excluded.said_at, source = excluded.source, since = case when consent.granted = excluded.granted"
                                + " then consent.since else excluded.since end where consent.said_at < excluded.said_at or (consent.said_at ="
                                + " excluded.said_at and consent.granted > excluded.granted)")
                .bind("into", into)
                .bind("from", from)
                .execute();
        handle.createUpdate("delete from consent where customer_id = :from")
                .bind("from", from)
                .execute();
    }
}
