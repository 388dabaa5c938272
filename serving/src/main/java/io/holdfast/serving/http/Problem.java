package io.holdfast.serving.http;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.holdfast.scoring.json.StrictJson;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * Why a request as a whole was not answered (RFC 9457). Never holds a value from the request.
 *
 * @param status HTTP status, 400 to 599
 * @param code what kind of problem, in lower snake case; stable
 * @param detail one sentence: what was found, what was expected
 * @param pointer where in the request's body, an RFC 6901 JSON pointer, if there
 * @param headers further headers of the reply
 */
record Problem(int status, String code, String detail, Optional<String> pointer, Map<String, String> headers) {
    static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPE = "urn:holdfast:problem:";

    Problem {
        headers = new TreeMap<>(headers);
    }

    static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, Optional.empty(), Map.of());
    }

    Problem withPointer(String where) {
        return new Problem(status, code, detail, Optional.of(where), headers);
    }

    Problem withHeader(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Problem(status, code, detail, pointer, more);
    }

    /** The body's shape. */
    @JsonPropertyOrder({"type", "title", "status", "detail", "code", "pointer", "requestId"})
    record Body(
            String type,
            String title,
            int status,
            String detail,
            String code,
            @Nullable String pointer,
            String requestId) {}

    byte[] write(String requestId) {
        return StrictJson.write(new Body(
                TYPE + code, HttpStatus.getMessage(status), status, detail, code, pointer.orElse(null), requestId));
    }
}
