package io.holdfast.serving.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.scoring.bundle.Sha256;
import io.holdfast.scoring.json.StrictJson;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** SHA-256 over several values, unambiguous where one ends and the next begins. */
final class Fingerprint {
    private static final ObjectMapper JSON = StrictJson.strict(StreamReadConstraints.defaults());

    private Fingerprint() {}

    /** The hash of texts, numbers, flags, or lists of these. */
    static String of(Object... parts) {
        try {
            return Sha256.hex(JSON.writeValueAsString(List.of(parts)).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
