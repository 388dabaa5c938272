package io.holdfast.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.training.publish.EngineVersion;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks a running server. */
final class ServerClient implements StoreClient {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OK = 200;

    /** What a server says of a path, or of a field of a request, that its version does not have. */
    private static final String NOT_FOUND = "not_found";

    private static final String UNKNOWN_FIELD = "unknown_field";

    /** The server that a command of this version needs. */
    static final String SAME_VERSION = "a holdfast server of version " + EngineVersion.text() + " or later";

    private final URI server;
    private final Optional<String> key;
    private final Language language;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    ServerClient(URI server, Optional<String> key, Language language) {
        this.server = server;
        this.key = key;
        this.language = language;
    }

    @Override
    public JsonNode post(String path, ObjectNode body) {
        return answer(HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(StrictJson.write(body))));
    }

    @Override
    public JsonNode effects(Optional<String> plan, List<String> by, boolean page) {
        String only = plan.map(id -> "&plan=" + URLEncoder.encode(id, StandardCharsets.UTF_8))
                .orElse("");
        String parted = URLEncoder.encode(String.join(",", by), StandardCharsets.UTF_8);
        return longAnswer("/v1/effects?by=" + parted + only, page);
    }

    @Override
    public JsonNode diagnosis(DiagnosisCall call, boolean page) {
        return longAnswer(
                "/v1/diagnosis?interviews=" + call.interviews() + "&seed=" + call.seed()
                        + call.month().map(month -> "&month=" + month).orElse(""),
                page);
    }

    /** Servers of before there was a page in an answer are asked as they know it, unless one is wanted. */
    private JsonNode longAnswer(String path, boolean page) {
        return LongAnswer.read(
                "the answer of " + server,
                bytes(HttpRequest.newBuilder(server.resolve(path + (page ? "&page=true" : "")))));
    }

    private JsonNode answer(HttpRequest.Builder request) {
        return StrictJson.read("the answer of " + server, bytes(request), JsonNode.class);
    }

    private byte[] bytes(HttpRequest.Builder request) {
        request.timeout(PATIENCE).header("Accept-Language", language.tag());
        key.ifPresent(shown -> request.header("Authorization", "Bearer " + shown));
        try {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() == OK) {
                return response.body();
            }
            throw problem(response);
        } catch (IOException e) {
            throw new InputException(
                    "server_unreachable", server + " does not answer; expected a running 'holdfast serve --store'", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InputException("interrupted", "stopped while waiting for " + server, e);
        }
    }

    private InputException problem(HttpResponse<byte[]> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("application/problem+json")) {
            return new InputException(
                    "not_holdfast", server + " answered " + response.statusCode() + "; expected a holdfast server");
        }
        JsonNode problem = StrictJson.read("the answer of " + server, response.body(), JsonNode.class);
        String code = problem.path("code").asText("problem");
        String path = response.request().uri().getPath();
        if (code.equals(NOT_FOUND)) {
            return new InputException(
                    "server_too_old",
                    server + " has no " + path + ", which this command asks; expected " + SAME_VERSION);
        }
        return new InputException(
                code,
                server + " refused (" + response.statusCode() + "): "
                        + problem.path("detail").asText()
                        + (code.equals(UNKNOWN_FIELD)
                                ? " It may be older than this command; expected " + SAME_VERSION
                                : ""));
    }

    @Override
    public void close() {
        // A client of Java 17 holds nothing that has to be given back.
    }
}
