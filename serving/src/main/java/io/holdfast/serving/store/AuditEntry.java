package io.holdfast.serving.store;

import java.time.Instant;

/**
 * One line of the audit.
 *
 * @param sequence from 1, without gaps
 * @param at when
 * @param actor who
 * @param event what, such as {@code work_item_claimed}
 * @param subject whom or what it is about; a customer stands as a random reference, which nothing resolves after an erasure
 * @param detail further facts, a JSON object without personal data
 * @param previous hash of the line before, empty for the first
 * @param hash SHA-256 over all of this
 */
public record AuditEntry(
        long sequence,
        Instant at,
        String actor,
        String event,
        String subject,
        String detail,
        String previous,
        String hash) {
    /** What the hash must be. */
    String expectedHash() {
        return hash(previous, sequence, at, actor, event, subject, detail);
    }

    static String hash(
            String previous, long sequence, Instant at, String actor, String event, String subject, String detail) {
        return Fingerprint.of(previous, sequence, Micros.of(at), actor, event, subject, detail);
    }
}
