package io.holdfast.serving.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys that are known at one moment. Immutable and thread-safe. */
public final class ApiKeys {
    private final List<ApiKey> keys;
    private final Map<String, ApiKey> byId = new HashMap<>();

    ApiKeys(List<ApiKey> keys) {
        this.keys = List.copyOf(keys);
        keys.forEach(key -> byId.put(key.id(), key));
    }

    /** No key at all. */
    public static ApiKeys none() {
        return new ApiKeys(List.of());
    }

    /** All keys in the order in which they were made, the expired among them. */
    public List<ApiKey> all() {
        return keys;
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /**
     * The key whose text a client shows; empty when it is malformed, unknown, wrong or expired.
     *
     * @param text as the client sent it
     */
    public Optional<ApiKey> verify(String text, Instant now) {
        return KeyText.parse(text)
                .flatMap(shown -> Optional.ofNullable(byId.get(shown.id())).filter(key -> same(shown, key)))
                .filter(key -> key.isValid(now));
    }

    /** In constant time, so that nobody can guess a hash digit by digit. */
    private static boolean same(KeyText shown, ApiKey key) {
        return MessageDigest.isEqual(
                shown.sha256().getBytes(StandardCharsets.US_ASCII), key.sha256().getBytes(StandardCharsets.US_ASCII));
    }
}
