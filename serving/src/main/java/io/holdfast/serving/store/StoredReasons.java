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

    /** Leads to help, never to a sale, and nobody is asked about it of their own accord. */
    private static final String FINANCES = "finances";

    /**
     * Codes of those that raise the risk, are settled, and can be answered by care, finances apart; in the order they are kept in. What was kept
     * before share and settledness were noted counts in full.
     */
    static List<String> toAnswer(String reasons) {
        List<String> codes = new ArrayList<>();
        for (JsonNode reason : read(reasons)) {
            if (reason.path("impact").asDouble() > 0
                    && reason.path("share").asDouble(1) >= WEAKEST
                    && reason.path("settled").asBoolean(true)
                    && reason.path("actionable").asBoolean(true)
                    && !reason.path("code").asText().equals(FINANCES)) {
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
