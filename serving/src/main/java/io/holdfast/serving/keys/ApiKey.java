package io.holdfast.serving.keys;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A key as it is stored, without its secret.
 *
 * @param id names the key in files and logs
 * @param name who uses it, in the words of whoever made it
 * @param sha256 of the key's text, 64 hexadecimal digits
 * @param scopes what its holder may do
 * @param createdAt when it was made
 * @param expiresAt from when on it is worth nothing; empty: never
 */
public record ApiKey(
        String id, String name, String sha256, Set<Scope> scopes, Instant createdAt, Optional<Instant> expiresAt) {
    /** Keeps a copy of the scopes, in their order. */
    public ApiKey {
        Set<Scope> ordered = EnumSet.noneOf(Scope.class);
        ordered.addAll(scopes);
        scopes = Collections.unmodifiableSet(ordered);
    }

    /** Whether its holder may do this. */
    public boolean allows(Scope scope) {
        return scopes.contains(scope);
    }

    /** Whether it opens anything at a moment. */
    public boolean isValid(Instant now) {
        return expiresAt.isEmpty() || now.isBefore(expiresAt.get());
    }
}
