package io.holdfast.serving.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * All who object to profiling as it stood at one moment, by whatever id they come, those who were erased since among them: for lists that are too long to look
 * everybody up. Thread-safe.
 */
public final class Objectors {
    private final Set<String> said = new HashSet<>();
    private final Map<String, Instant> erased = new HashMap<>();
    private final Map<String, String> current = new HashMap<>();
    private final Map<String, Instant> granted = new HashMap<>();
    private final String salt;

    private Objectors(String salt) {
        this.salt = salt;
    }

    static Objectors read(Handle handle) {
        Objectors objectors = new Objectors(Suppression.salt(handle).orElse(""));
        handle.createQuery("select customer_id from consent where purpose = 'profiling' and granted = 0 union select"
                        + " a.alias from customer_alias a join consent c on c.customer_id = a.customer_id where c.purpose ="
                        + " 'profiling' and c.granted = 0")
                .mapTo(String.class)
                .forEach(objectors.said::add);
        handle.createQuery("select id_hash, since from suppression")
                .map((row, context) -> Map.entry(row.getString("id_hash"), Micros.instant(row.getLong("since"))))
                .forEach(row -> objectors.erased.put(row.getKey(), row.getValue()));
        if (!objectors.erased.isEmpty()) {
            handle.createQuery("select alias, customer_id from customer_alias")
                    .map((row, context) -> Map.entry(row.getString("alias"), row.getString("customer_id")))
                    .forEach(row -> objectors.current.put(row.getKey(), row.getValue()));
            handle.createQuery("select customer_id, said_at from consent where purpose = 'profiling' and granted = 1"
                            + " and said_at > (select min(since) from suppression)")
                    .map((row, context) ->
                            Map.entry(row.getString("customer_id"), Micros.instant(row.getLong("said_at"))))
                    .forEach(row -> objectors.granted.put(row.getKey(), row.getValue()));
        }
        return objectors;
    }

    /** Whether the customer of this id, byte for byte, objects. */
    public boolean contains(String id) {
        if (said.contains(id)) {
            return true;
        }
        String stays = current.getOrDefault(id, id);
        return !erased.isEmpty() && (remembered(id, stays) || remembered(stays, stays));
    }

    private boolean remembered(String name, String stays) {
        Optional<Instant> since = Optional.ofNullable(erased.get(Suppression.hash(salt, name, Consent.PROFILING)));
        Optional<Instant> agreed = Optional.ofNullable(granted.get(stays));
        return since.isPresent() && agreed.filter(since.get()::isBefore).isEmpty();
    }
}
