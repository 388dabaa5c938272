package io.holdfast.serving.keys;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.json.StrictJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The key file's JSON.
 *
 * @param formatVersion 1
 * @param keys in the order in which they were made
 */
@JsonPropertyOrder({"formatVersion", "keys"})
record KeyFile(int formatVersion, List<Entry> keys) {
    static final int FORMAT_VERSION = 1;

    /** One key, as {@link ApiKey}; times as ISO 8601, {@code expiresAt} null for never. */
    @JsonPropertyOrder({"id", "name", "sha256", "scopes", "createdAt", "expiresAt"})
    record Entry(
            String id,
            String name,
            String sha256,
            List<String> scopes,
            String createdAt,
            @JsonSetter(nulls = Nulls.SET) @Nullable String expiresAt) {}

    static byte[] write(List<ApiKey> keys) {
        return StrictJson.write(new KeyFile(
                FORMAT_VERSION,
                keys.stream()
                        .map(key -> new Entry(
                                key.id(),
                                key.name(),
                                key.sha256(),
                                key.scopes().stream().map(Scope::code).toList(),
                                key.createdAt().toString(),
                                key.expiresAt().map(Instant::toString).orElse(null)))
                        .toList()));
    }

    static ApiKeys read(String source, byte[] json) {
        KeyFile file = parse(source, json);
        if (file.formatVersion() != FORMAT_VERSION) {
            throw new InputException(
                    "unknown_key_format",
                    source + ": formatVersion " + file.formatVersion() + " (expected: " + FORMAT_VERSION + ")");
        }
        Set<String> ids = new HashSet<>();
        for (Entry entry : file.keys()) {
            if (!ids.add(entry.id())) {
                throw new InputException(
                        "bad_key_file", source + ": the key " + Excerpt.of(entry.id()) + " stands twice");
            }
        }
        return new ApiKeys(file.keys().stream().map(entry -> key(source, entry)).toList());
    }

    private static KeyFile parse(String source, byte[] json) {
        try {
            return StrictJson.read(source, json, KeyFile.class);
        } catch (InputException e) {
            throw new InputException(
                    "bad_key_file", source + " is no file of API keys; expected one that 'holdfast keys add' made", e);
        }
    }

    private static ApiKey key(String source, Entry entry) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String code : entry.scopes()) {
            scopes.add(Scope.of(code)
                    .orElseThrow(() -> new InputException(
                            "unknown_scope",
                            source + ": the key " + Excerpt.of(entry.id()) + " has the scope " + Excerpt.of(code)
                                    + "; expected one of " + Scope.codes())));
        }
        return new ApiKey(
                entry.id(),
                entry.name(),
                entry.sha256(),
                scopes,
                instant(source, entry, entry.createdAt()),
                Optional.ofNullable(entry.expiresAt()).map(text -> instant(source, entry, text)));
    }

    private static Instant instant(String source, Entry entry, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new InputException(
                    "bad_key_file",
                    source + ": the key " + Excerpt.of(entry.id()) + " has the time " + Excerpt.of(text)
                            + " (expected: one such as 2026-01-31T00:00:00Z)",
                    e);
        }
    }
}
