package io.holdfast.serving.store;

import io.holdfast.serving.work.Attempt;
import io.holdfast.serving.work.WorkItem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** When the company and its customers were in contact, and what customers said about that. Thread-safe. */
public final class ContactLog {
    /** The kind of contact that is work. */
    static final String CARE = "care";

    /** The direction of a contact that the company started. */
    static final String OUTBOUND = "outbound";

    private final Connections connections;

    ContactLog(Connections connections) {
        this.connections = connections;
    }

    /**
     * Notes a contact; the same one twice counts once.
     *
     * @return whether it is new
     * @throws WriteRefusedException when another contact has this id, or there is no such decision
     */
    public boolean add(Contact contact, Writing writing) {
        return connections.write(handle -> add(handle, contact, writing));
    }

    /** Notes many contacts with one write to the disk; each is taken or refused alone, in order. */
    public List<RowOutcome> addAll(List<Contact> contacts, Writing writing) {
        return connections.write(handle -> {
            List<RowOutcome> outcomes = new ArrayList<>(contacts.size());
            for (Contact contact : contacts) {
                try {
                    outcomes.add(RowOutcome.of(add(handle, contact, writing)));
                } catch (WriteRefusedException e) {
                    // Refusals come before anything of the row is written, so there is nothing to take back.
                    outcomes.add(RowOutcome.of(e));
                }
            }
            return outcomes;
        });
    }

    private static boolean add(Handle handle, Contact contact, Writing writing) {
        if (contact.decisionId().isPresent()) {
            // What becomes of the work goes by what stands now, whoever writes beside.
            AuditTrail.takeTurn(handle);
        }
        Optional<String> known = handle.createQuery("select fingerprint from contact where contact_id = :id")
                .bind("id", contact.contactId())
                .mapTo(String.class)
                .findOne();
        if (known.isPresent()) {
            if (known.get().equals(contact.fingerprint())) {
                return false;
            }
            throw WriteRefusedException.conflict(
                    "contact_exists",
                    "Another contact has this id (expected: the same one, or an id of its own).",
                    "另一条联系记录已使用该编号（应为：同一条记录，或新的编号）。");
        }
        if (contact.decisionId().isPresent()
                && Decisions.find(handle, contact.decisionId().get()).isEmpty()) {
            throw WriteRefusedException.absent(
                            "no_such_decision",
                            "There is no such decision (expected: the id of one that /v1/care:lookup gave).",
                            "没有该决定（应为：/v1/care:lookup 给出的决定编号）。")
                    .at("decisionId");
        }
        String customer = Customers.ensure(handle, contact.customerId(), writing);
        insert(handle, contact, customer, writing);
        contact.decisionId().ifPresent(decision -> carryOut(handle, decision, contact, customer, writing));
        AuditTrail.append(
                handle,
                writing.at(),
                writing.actor(),
                "contact_noted",
                Customers.auditRef(handle, customer).orElse(""),
                AuditDetail.of("contact", contact.contactId())
                        .and("kind", contact.kind())
                        .toString());
        return true;
    }

    /** Whoever was contacted for a decision, beside the list, is not to be called again for the same step. */
    private static void carryOut(Handle handle, String decisionId, Contact contact, String customer, Writing writing) {
        boolean care = contact.kind().equals(CARE) && contact.direction().equals(OUTBOUND);
        if (!care
                || Decisions.find(handle, decisionId)
                        .filter(decision ->
                                decision.isOpen() && decision.customerId().equals(customer))
                        .isEmpty()) {
            return;
        }
        if (WorkItems.closeContacted(handle, decisionId, contact, writing.at())) {
            Decisions.acted(handle, decisionId, writing.actor(), contact.occurredAt());
            if (!WorkItems.hasOpen(handle, decisionId)) {
                Decisions.finish(handle, decisionId);
            }
        }
    }

    /** The contact that an attempt at a work item is; the attempt is in the audit already. */
    static void insertOutbound(Handle handle, Attempt attempt, WorkItem item, Instant at, Writing writing) {
        Contact contact = new Contact(
                RowIds.next(writing.at()),
                item.customerId(),
                Optional.of(item.decisionId()),
                CARE,
                OUTBOUND,
                item.channel(),
                attempt.note(),
                at,
                writing.at());
        insert(handle, contact, item.customerId(), writing);
    }

    private static void insert(Handle handle, Contact contact, String customer, Writing writing) {
        handle.createUpdate("insert into contact (contact_id, customer_id, given_id, decision_id, kind, direction,"
                        + " channel, note, fingerprint, occurred_at, reported_at, recorded_at) values (:contact,"
                        + " :customer, :given, :decision, :kind, :direction, :channel, :note, :fingerprint, :occurred,"
                        + " :reported, :at)")
                .bind("contact", contact.contactId())
                .bind("customer", customer)
                .bind("given", contact.customerId())
                .bind("decision", contact.decisionId().orElse(null))
                .bind("kind", contact.kind())
                .bind("direction", contact.direction())
                .bind("channel", contact.channel())
                .bind("note", contact.note())
                .bind("fingerprint", contact.fingerprint())
                .bind("occurred", Micros.of(contact.occurredAt()))
                .bind("reported", Micros.of(contact.reportedAt()))
                .bind("at", writing.micros())
                .execute();
    }

    /**
     * The contacts that the company started beside the plays that were decided, of many customers at once, oldest first. Those for a decision that a merge ended, and
     * those for somebody else's, are among them.
     *
     * @param current ids that stay after merges
     * @param since from when on
     * @param until up to when, inclusive
     */
    public Map<String, List<Outbound>> outbound(List<String> current, Instant since, Instant until) {
        Map<String, List<Outbound>> contacts = new HashMap<>();
        if (!current.isEmpty()) {
            connections.read(handle -> {
                handle.createQuery("select c.customer_id, c.occurred_at, d.action, d.plan_id from contact c left join"
                                + " decision d on d.decision_id = c.decision_id where c.customer_id in (<ids>) and"
                                + " c.direction = 'outbound' and (d.decision_id is null or d.customer_id <> c.customer_id or"
                                + " d.status = 'none' or d.state = 'superseded') and c.occurred_at >= :since and c.occurred_at <= :until"
                                + " order by c.occurred_at, c.contact_id")
                        .bindList("ids", current)
                        .bind("since", Micros.of(since))
                        .bind("until", Micros.of(until))
                        .map((row, context) -> new Outbound(
                                row.getString("customer_id"),
                                Micros.instant(row.getLong("occurred_at")),
                                Optional.ofNullable(row.getString("action")),
                                Optional.ofNullable(row.getString("plan_id"))))
                        .forEach(contact -> contacts.computeIfAbsent(contact.customerId(), id -> new ArrayList<>())
                                .add(contact));
                return contacts.size();
            });
        }
        return contacts;
    }

    /** The latest contact of each customer. */
    static Map<String, Contact> latest(Handle handle, List<String> current) {
        Map<String, Contact> latest = new HashMap<>();
        if (!current.isEmpty()) {
            handle.createQuery("select c.* from contact c join (select customer_id, max(occurred_at) as last_at from"
                            + " contact where customer_id in (<ids>) group by customer_id) last on last.customer_id ="
                            + " c.customer_id and last.last_at = c.occurred_at order by c.contact_id")
                    .bindList("ids", current)
                    .map((row, context) -> Map.entry(row.getString("customer_id"), contact(row)))
                    .forEach(entry -> latest.put(entry.getKey(), entry.getValue()));
        }
        return latest;
    }

    private static Contact contact(ResultSet row) throws SQLException {
        return new Contact(
                row.getString("contact_id"),
                row.getString("given_id"),
                Optional.ofNullable(row.getString("decision_id")),
                row.getString("kind"),
                row.getString("direction"),
                row.getString("channel"),
                row.getString("note"),
                Micros.instant(row.getLong("occurred_at")),
                Micros.instant(row.getLong("reported_at")));
    }

    /** A customer's contacts, oldest first. */
    public List<Contact> of(String customerId) {
        return connections.read(handle -> handle.createQuery(
                        "select * from contact where customer_id = :id" + " order by occurred_at, contact_id")
                .bind("id", Customers.current(handle, customerId))
                .map((row, context) -> contact(row))
                .list());
    }

    /**
     * Notes what a customer said; an earlier statement never overrides a later one, and of two at one moment the refusal stands, whichever comes in first. One that says the same as the later one
     * makes it so since then.
     *
     * @return whether it changed anything
     */
    public boolean consent(Consent consent, Writing writing) {
        return connections.write(handle -> consent(handle, consent, writing));
    }

    /** Notes many statements with one write to the disk, in order. */
    public List<RowOutcome> consentAll(List<Consent> consents, Writing writing) {
        return connections.write(handle -> consents.stream()
                .map(consent -> RowOutcome.of(consent(handle, consent, writing)))
                .toList());
    }

    private static boolean consent(Handle handle, Consent consent, Writing writing) {
        String customer = Customers.ensure(handle, consent.customerId(), writing);
        int changed = handle.createUpdate("insert into consent (customer_id, purpose, channel, granted, said_at,"
                        + " source, since) values (:customer, :purpose, :channel, :granted, :said, :source, :said)"
                        + Consents.UNLESS_LATER)
                .bind("customer", customer)
                .bind("purpose", consent.purpose())
                .bind("channel", consent.channel())
                .bind("granted", consent.granted() ? 1 : 0)
                .bind("said", Micros.of(consent.saidAt()))
                .bind("source", consent.source())
                .execute();
        if (changed > 0) {
            AuditTrail.append(
                    handle,
                    writing.at(),
                    writing.actor(),
                    consent.granted() ? "consent_granted" : "consent_refused",
                    Customers.auditRef(handle, customer).orElse(""),
                    AuditDetail.of("purpose", consent.purpose())
                            .and("channel", consent.channel())
                            .toString());
        }
        return changed > 0;
    }
}
