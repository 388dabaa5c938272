package io.holdfast.serving.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a server answered.
 *
 * @param headers by lower-case name, the last of equal ones
 */
record Reply(int status, SortedMap<String, String> headers, String text) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Reply of(HttpResponse<byte[]> response) {
        SortedMap<String, String> headers = new TreeMap<>();
        response.headers()
                .map()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        return new Reply(response.statusCode(), headers, new String(response.body(), StandardCharsets.UTF_8));
    }

    /** Empty text where there is none. */
    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    String mediaType() {
        return header("Content-Type").split(";", -1)[0];
    }

    boolean isJson() {
        return mediaType().endsWith("json");
    }

    JsonNode json() {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entry of one customer. */
    JsonNode result(int index) {
        return json().path("results").path(index);
    }

    /** The status of every customer. */
    List<String> statuses() {
        List<String> statuses = new ArrayList<>();
        json().path("results")
                .forEach(result -> statuses.add(result.path("status").textValue()));
        return statuses;
    }

    String code() {
        return json().path("code").asText();
    }
}
