package io.holdfast.serving.store;

import io.holdfast.scoring.bundle.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Remembers of erased customers who had opted out, as hashes with a salt of the store: enough to leave them alone when they come in again,
 * too little to list them.
 */
final class Suppression {
    private static final String SALT = "suppression_salt";

    private Suppression() {}

    static void add(Handle handle, String customer, Writing writing) {
        handle.createUpdate("insert into store_fact (name, value) values (:name, :value) on conflict do nothing")
                .bind("name", SALT)
                .bind("value", RowIds.next(writing.at()))
                .execute();
        handle.createUpdate("insert into suppression (id_hash, since) values (:hash, :at) on conflict do nothing")
                .bind("hash", hash(salt(handle).orElseThrow(), customer))
                .bind("at", writing.micros())
                .execute();
    }

    static boolean has(Handle handle, String customer) {
        return salt(handle)
                .map(salt -> handle.createQuery("select count(*) from suppression where id_hash = :hash")
                                .bind("hash", hash(salt, customer))
                                .mapTo(Long.class)
                                .one()
                        > 0)
                .orElse(false);
    }

    private static Optional<String> salt(Handle handle) {
        return handle.createQuery("select value from store_fact where name = :name")
                .bind("name", SALT)
                .mapTo(String.class)
                .findOne();
    }

    private static String hash(String salt, String customer) {
        return Sha256.hex((salt + ":" + customer).getBytes(StandardCharsets.UTF_8));
    }
}
