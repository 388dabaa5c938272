package io.holdfast.serving.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.scoring.json.StrictJson;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the reasons that are kept with a score. */
final class StoredReasons {
    /** What is weaker is not named anywhere. */
    private static final double WEAKEST = 0.05;

    private static final ObjectMapper JSON = StrictJson.strict(StreamReadConstraints.defaults());

    private StoredReasons() {}

    /** Codes of those that raise the risk, are settled, and can be answered by care; in the order they are kept in. */
    static List<String> toAnswer(String reasons) {
        List<String> codes = new ArrayList<>();
        for (JsonNode reason : read(reasons)) {
            if (reason.path("impact").asDouble() > 0
                    && reason.path("share").asDouble() >= WEAKEST
                    && reason.path("settled").asBoolean()
                    && reason.path("actionable").asBoolean()) {
                codes.add(reason.path("code").asText());
            }
        }
        return codes;
    }

    private static JsonNode read(String reasons) {
        try {
            return JSON.readTree(reasons);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
