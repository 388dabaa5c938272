package io.holdfast.serving.http;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.scoring.json.StrictJson;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
 * @param retryAfter seconds after which to try again, if that helps
 * @param headers further headers of the reply
 */
record Problem(
        int status,
        String code,
        LocalizedText detail,
        Optional<String> pointer,
        OptionalInt retryAfter,
        Map<String, String> headers) {
    static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPE = "urn:holdfast:problem:";

    Problem {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }

    static Problem of(int status, String code, String english, String chinese) {
        return of(status, code, LocalizedText.of(english, chinese));
    }

    static Problem of(int status, String code, LocalizedText detail) {
        return new Problem(status, code, detail, Optional.empty(), OptionalInt.empty(), Map.of());
    }

    Problem withPointer(Optional<String> where) {
        return new Problem(status, code, detail, where, retryAfter, headers);
    }

    /** In header and body, since not every client sees headers. */
    Problem withRetryAfter(int seconds) {
        return new Problem(status, code, detail, pointer, OptionalInt.of(seconds), headers)
                .withHeader("Retry-After", Integer.toString(seconds));
    }

    Problem withHeader(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Problem(status, code, detail, pointer, retryAfter, more);
    }

    /** The body's shape. */
    @JsonPropertyOrder({"type", "title", "status", "detail", "code", "pointer", "retryAfterSeconds", "requestId"})
    record Body(
            String type,
            String title,
            int status,
            String detail,
            String code,
            @Nullable String pointer,
            @Nullable Integer retryAfterSeconds,
            String requestId) {}

    byte[] write(String requestId, Language language) {
        return StrictJson.write(new Body(
                TYPE + code,
                HttpStatus.getMessage(status),
                status,
                detail.in(language),
                code,
                pointer.orElse(null),
                retryAfter.isPresent() ? retryAfter.getAsInt() : null,
                requestId));
    }
}
