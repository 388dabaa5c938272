package io.holdfast.cli;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.json.StrictJson;
import java.io.IOException;

/** Reads answers that may hold a whole page as one text. */
final class LongAnswer {
    private static final int MOST_CHARACTERS = 1 << 28;
    private static final ObjectMapper JSON = StrictJson.strict(
            StreamReadConstraints.builder().maxStringLength(MOST_CHARACTERS).build());

    private LongAnswer() {}

    /**
     * Reads one.
     *
     * @param source for messages
     * @throws InputException when it is no JSON
     */
    static JsonNode read(String source, byte[] answer) {
        try {
            return JSON.readTree(answer);
        } catch (IOException e) {
            throw new InputException("bad_json", source + " is no JSON; expected one of a holdfast server", e);
        }
    }
}
