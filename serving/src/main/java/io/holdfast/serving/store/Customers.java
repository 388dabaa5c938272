package io.holdfast.serving.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Who is known, and by which id now. Used within the transactions of others. */
final class Customers {
    private Customers() {}

    /** The id that stays after merges; the same where there was none. */
    static String current(Handle handle, String id) {
        return handle.createQuery("select customer_id from customer_alias where alias = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .orElse(id);
    }

    /** Those of whom something is kept. */
    static Set<String> known(Handle handle, List<String> current) {
        return current.isEmpty()
                ? Set.of()
                : handle.createQuery("select customer_id from customer where customer_id in (<ids>)")
                        .bindList("ids", current)
                        .mapTo(String.class)
                        .set();
    }

    /** Makes the customer known; returns the id that stays. */
    static String ensure(Handle handle, String id, Writing writing) {
        String current = current(handle, id);
        handle.createUpdate("insert into customer (customer_id, audit_ref, created_at)"
                        + " values (:id, :ref, :at) on conflict do nothing")
                .bind("id", current)
                .bind("ref", RowIds.next(writing.at()))
                .bind("at", writing.micros())
                .execute();
        return current;
    }

    /** What the audit calls the customer; empty for who is not known. */
    static Optional<String> auditRef(Handle handle, String current) {
        return handle.createQuery("select audit_ref from customer where customer_id = :id")
                .bind("id", current)
                .mapTo(String.class)
                .findOne();
    }
}
