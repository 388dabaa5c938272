package io.holdfast.serving.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.scoring.json.StrictJson;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Everything that is held about one customer: to be handed out, or to be erased. Used within a transaction. */
final class CustomerFile {
    private static final ObjectMapper JSON = StrictJson.strict(StreamReadConstraints.defaults());
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** Columns that hold a JSON document. */
    private static final Set<String> DOCUMENTS = Set.of("inputs", "reasons", "texts", "explanation");
    /** Columns that hold a moment. */
    private static final Set<String> MOMENTS = Set.of("since", "at");

    /** A table, and which of its rows are a customer's. */
    private record Part(String table, String condition, String order) {}

    private static final String OWN = "customer_id = :id";
    private static final String DECIDED = "decision_id in (select decision_id from decision where customer_id = :id)";
    private static final String WORKED = "item_id in (select item_id from work_item where customer_id = :id)";

    private static final String TOLD = "outcome_id in (select outcome_id from outcome where customer_id = :id)";

    /** In an order in which they can be erased: what points to others first. */
    private static final List<Part> PARTS = List.of(
            new Part("work_attempt", WORKED, "attempted_at, attempt_id"),
            new Part("work_item", OWN, "created_at, item_id"),
            new Part("outcome_version", TOLD, "outcome_id, recorded_at, fingerprint"),
            new Part("outcome", OWN, "occurred_at, outcome_id"),
            new Part("contact", OWN, "occurred_at, contact_id"),
            new Part("candidate", DECIDED, "decision_id, action"),
            new Part("decision", OWN, "decided_at, decision_id"),
            new Part("prediction", OWN, "recorded_at, prediction_id"),
            new Part("consent", OWN, "purpose, channel"),
            new Part("hold_out", OWN, "customer_id"),
            new Part("customer_alias", OWN, "alias"),
            new Part("customer", OWN, "customer_id"));

    private CustomerFile() {}

    /** A JSON object: the id, and the rows of every table, with moments as ISO 8601. Empty for who is not known. */
    static Optional<ObjectNode> export(Handle handle, String id) {
        String current = Customers.current(handle, id);
        Optional<String> ref = Customers.auditRef(handle, current);
        if (ref.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode file = NODES.objectNode();
        file.put("customerId", current);
        for (Part part : PARTS) {
            ArrayNode rows = file.putArray(part.table());
            handle.createQuery("select * from " + part.table() + " where " + part.condition() + " order by "
                            + part.order())
                    .bind("id", current)
                    .map((row, context) -> row(row))
                    .forEach(rows::add);
        }
        ArrayNode audit = file.putArray("audit");
        AuditTrail.about(handle, ref.get())
                .forEach(entry -> audit.addObject()
                        .put("sequence", entry.sequence())
                        .put("at", entry.at().toString())
                        .put("actor", entry.actor())
                        .put("event", entry.event()));
        return Optional.of(file);
    }

    private static ObjectNode row(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        ObjectNode node = NODES.objectNode();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String name = columns.getColumnLabel(i).toLowerCase(Locale.ROOT);
            String text = row.getString(i);
            if (text == null) {
                node.putNull(name);
            } else if (name.endsWith("_at") || MOMENTS.contains(name)) {
                node.put(name, Micros.instant(row.getLong(i)).toString());
            } else if (DOCUMENTS.contains(name)) {
                node.set(name, document(text));
            } else if (row.getObject(i) instanceof Double number) {
                node.put(name, number);
            } else if (row.getObject(i) instanceof Number number) {
                node.put(name, number.longValue());
            } else {
                node.put(name, text);
            }
        }
        return node;
    }

    private static JsonNode document(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns how many rows there were; 0 for who is not known. */
    static int erase(Handle handle, String id, Writing writing) {
        String current = Customers.current(handle, id);
        Optional<String> ref = Customers.auditRef(handle, current);
        if (ref.isEmpty()) {
            return 0;
        }
        Map<String, Instant> refused = said(handle, current, false);
        Map<String, Instant> granted = said(handle, current, true);
        for (String name : names(handle, current)) {
            Suppression.lift(handle, name, granted);
            if (!refused.isEmpty()) {
                Suppression.add(handle, name, refused, writing);
            }
        }
        int erased = 0;
        for (Part part : PARTS) {
            erased += handle.createUpdate("delete from " + part.table() + " where " + part.condition())
                    .bind("id", current)
                    .execute();
        }
        AuditTrail.append(
                handle,
                writing.at(),
                writing.actor(),
                "customer_erased",
                ref.get(),
                AuditDetail.of("rows", erased).toString());
        return erased;
    }

    /** What the customer refuses or agrees to, and when that was said, as {@link Suppression#add} names it. */
    private static Map<String, Instant> said(Handle handle, String current, boolean granted) {
        Map<String, Instant> said = new TreeMap<>();
        handle.createQuery("select purpose, channel, said_at from consent where customer_id = :id and granted ="
                        + " :granted")
                .bind("id", current)
                .bind("granted", granted ? 1 : 0)
                .map((row, context) -> Map.entry(
                        Consent.what(row.getString("purpose"), row.getString("channel")),
                        Micros.instant(row.getLong("said_at"))))
                .forEach(each -> said.merge(each.getKey(), each.getValue(), CustomerFile::later));
        return said;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static List<String> names(Handle handle, String current) {
        List<String> names = new ArrayList<>(
                handle.createQuery("select alias from customer_alias where customer_id = :id order by alias")
                        .bind("id", current)
                        .mapTo(String.class)
                        .list());
        names.add(current);
        return names;
    }
}
