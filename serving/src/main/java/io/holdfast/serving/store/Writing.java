package io.holdfast.serving.store;

import java.time.Instant;

/**
 * Who writes, and when.
 *
 * @param actor for the audit: an API key's id, or who runs the command; no customer
 * @param at the moment
 */
public record Writing(String actor, Instant at) {
    long micros() {
        return Micros.of(at);
    }
}
