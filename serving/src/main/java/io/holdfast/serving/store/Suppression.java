package io.holdfast.serving.store;

import io.holdfast.care.playbook.Channel;
import io.holdfast.scoring.bundle.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Remembers what erased customers had refused, as hashes with a salt of the store: enough to keep to it when they come in again, too little to list them.
 */
final class Suppression {
    private static final String SALT = "suppression_salt";
    /** Stands in no id, so that no customer's name can be taken for another's with what they refused. */
    private static final char BETWEEN = '\0';

    /** With all their hashes fewer than a database takes in one question. */
    private static final int AT_A_TIME = 1000;

    private static final Set<String> REFUSABLE = Stream.concat(
                    Stream.of(Consent.ALL, Consent.PROFILING),
                    Stream.of(Channel.values()).map(Channel::code))
            .collect(Collectors.toUnmodifiableSet());

    private Suppression() {}

    /** @param refused when it was said, by {@value Consent#ALL} for all care, {@value Consent#PROFILING}, or codes of channels */
    static void add(Handle handle, String customer, Map<String, Instant> refused, Writing writing) {
        handle.createUpdate("insert into store_fact (name, value) values (:name, :value) on conflict do nothing")
                .bind("name", SALT)
                .bind("value", RowIds.next(writing.at()))
                .execute();
        String salt = salt(handle).orElseThrow();
        refused.forEach(
                (what, said) -> handle.createUpdate("insert into suppression (id_hash, since) values (:hash, :said)"
                                + " on conflict (id_hash) do update set since = excluded.since where suppression.since <"
                                + " excluded.since")
                        .bind("hash", hash(salt, customer, what))
                        .bind("said", Micros.of(said))
                        .execute());
    }

    /** Forgets what the customer has agreed to since, named as in {@link #add}: with the erasure nobody would know that they did. */
    static void lift(Handle handle, String customer, Map<String, Instant> granted) {
        salt(handle)
                .ifPresent(salt -> granted.forEach((what, said) -> handle.createUpdate(
                                "delete from suppression where id_hash = :hash and since < :said")
                        .bind("hash", hash(salt, customer, what))
                        .bind("said", Micros.of(said))
                        .execute()));
    }

    /** By customer, what is remembered and when it was said, named as in {@link #add}; customers of whom nothing is are left out. */
    static Map<String, Map<String, Instant>> of(Handle handle, Collection<String> customers) {
        Map<String, Map<String, Instant>> refused = new HashMap<>();
        salt(handle).ifPresent(salt -> {
            Iterator<String> rest = customers.iterator();
            while (rest.hasNext()) {
                Map<String, Map.Entry<String, String>> meanings = new HashMap<>();
                for (int i = 0; i < AT_A_TIME && rest.hasNext(); i++) {
                    String customer = rest.next();
                    REFUSABLE.forEach(what -> meanings.put(hash(salt, customer, what), Map.entry(customer, what)));
                }
                find(handle, meanings, refused);
            }
        });
        return refused;
    }

    private static void find(
            Handle handle, Map<String, Map.Entry<String, String>> meanings, Map<String, Map<String, Instant>> refused) {
        handle.createQuery("select id_hash, since from suppression where id_hash in (<hashes>)")
                .bindList("hashes", meanings.keySet())
                .map((row, context) -> Map.entry(row.getString("id_hash"), Micros.instant(row.getLong("since"))))
                .forEach(row -> {
                    Map.Entry<String, String> meaning = meanings.get(row.getKey());
                    if (meaning != null) {
                        refused.computeIfAbsent(meaning.getKey(), customer -> new TreeMap<>())
                                .put(meaning.getValue(), row.getValue());
                    }
                });
    }

    static Optional<String> salt(Handle handle) {
        return handle.createQuery("select value from store_fact where name = :name")
                .bind("name", SALT)
                .mapTo(String.class)
                .findOne();
    }

    static String hash(String salt, String customer, String what) {
        String named = what.equals(Consent.ALL) ? customer : customer + BETWEEN + what;
        return Sha256.hex((salt + ":" + named).getBytes(StandardCharsets.UTF_8));
    }
}
