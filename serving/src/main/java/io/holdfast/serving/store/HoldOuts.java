package io.holdfast.serving.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** On which side of the measurement customers stand. Used within the transactions of others. */
final class HoldOuts {
    private HoldOuts() {}

    /** Notes the side at the first decision; whoever stands on one stays there. */
    static void join(Handle handle, NewPlan plan, NewDecision decision, String customer, Writing writing) {
        if (decision.campaignDraw()) {
            return;
        }
        if (!decision.arm().equals(HoldOutMember.TREATED) && !decision.arm().equals(HoldOutMember.HELD_OUT)) {
            return;
        }
        handle.createUpdate("insert into hold_out (customer_id, unit, salt, share, arm, since, mixed)"
                        + " values (:customer, :unit, :salt, :share, :arm, :since, 0) on conflict do nothing")
                .bind("customer", customer)
                .bind("unit", decision.household().isEmpty() ? customer : decision.household())
                .bind("salt", plan.holdOutSalt())
                .bind("share", plan.holdOutShare())
                .bind("arm", decision.arm())
                .bind("since", writing.micros())
                .execute();
    }

    static Map<String, HoldOutMember> of(Handle handle, List<String> current) {
        Map<String, HoldOutMember> members = new HashMap<>();
        if (!current.isEmpty()) {
            handle.createQuery("select * from hold_out where customer_id in (<ids>)")
                    .bindList("ids", current)
                    .map((row, context) -> Map.entry(row.getString("customer_id"), member(row)))
                    .forEach(entry -> members.put(entry.getKey(), entry.getValue()));
        }
        return members;
    }

    /**
     * Two ids are one customer: the side that was first stays; where they differ nothing is measured any more.
     *
     * @return the id that brought the side that stays; empty if neither stood on one
     */
    static Optional<String> merge(Handle handle, String from, String into) {
        Map<String, HoldOutMember> sides = of(handle, List.of(from, into));
        if (!sides.containsKey(from)) {
            return sides.containsKey(into) ? Optional.of(into) : Optional.empty();
        }
        HoldOutMember leaving = require(sides, from);
        if (!sides.containsKey(into)) {
            handle.createUpdate("update hold_out set customer_id = :into where customer_id = :from")
                    .bind("into", into)
                    .bind("from", from)
                    .execute();
            return Optional.of(from);
        }
        HoldOutMember staying = require(sides, into);
        boolean leavingFirst = leaving.since().isBefore(staying.since());
        boolean mixed = leaving.mixed() || staying.mixed() || !leaving.arm().equals(staying.arm());
        handle.createUpdate("delete from hold_out where customer_id = :gone")
                .bind("gone", leavingFirst ? into : from)
                .execute();
        handle.createUpdate("update hold_out set customer_id = :into, mixed = :mixed where customer_id = :stays")
                .bind("into", into)
                .bind("mixed", mixed ? 1 : 0)
                .bind("stays", leavingFirst ? from : into)
                .execute();
        return Optional.of(leavingFirst ? from : into);
    }

    private static HoldOutMember require(Map<String, HoldOutMember> sides, String id) {
        return Optional.ofNullable(sides.get(id)).orElseThrow();
    }

    private static HoldOutMember member(ResultSet row) throws SQLException {
        return new HoldOutMember(
                row.getString("unit"),
                row.getString("salt"),
                row.getString("arm"),
                Micros.instant(row.getLong("since")),
                row.getInt("mixed") == 1);
    }
}
