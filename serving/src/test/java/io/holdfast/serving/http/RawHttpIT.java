package io.holdfast.serving.http;

import static io.holdfast.serving.http.Customers.request;
import static io.holdfast.serving.http.Customers.safe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no proper HTTP, too much of it, or too slow: refused as a problem, and the server goes on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RawHttpIT {
    private static final String HOST = "Host: localhost\r\n";
    private static final String POST = "POST /v1/scores HTTP/1.1\r\n" + HOST + "Content-Type: application/json\r\n";
    private static final int BODY = 64 << 10;

    private TestServer server;

    @BeforeAll
    void start(@TempDir Path directory) {
        server = TestServer.start(
                directory,
                settings -> settings.withLimits(ServerLimits.defaults()
                        .withBodies(BODY, 2L * BODY, Duration.ofMillis(1500))
                        .withPatience(Duration.ofSeconds(3), Duration.ofSeconds(5))));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** What a test left half-sent may still hold memory for a moment; a client that is told to come again does. */
    @AfterEach
    void stillAnswers() throws InterruptedException {
        int status = server.score(request(safe("A"))).status();
        for (int again = 0; status == 503 && again < 200; again++) {
            Thread.sleep(10);
            status = server.score(request(safe("A"))).status();
        }
        assertThat(status).isEqualTo(200);
    }

    private Reply exchange(String text) throws IOException {
        try (RawHttp http = RawHttp.connect(server.port()).write(text)) {
            return http.read();
        }
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("badHttp")
    void isRefusedAsAProblem(String name, String text, int status, String code) throws IOException {
        Reply reply = exchange(text);

        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.mediaType()).isEqualTo("application/problem+json");
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.json().path("requestId").asText()).isNotEmpty();
        assertThat(reply.text()).doesNotContain("Exception", "etty", "\tat ", "s3cret");
        assertThat(reply.headers()).doesNotContainKey("server");
        OpenApi.contract().requireDescribed("GET", "/nowhere", reply);
    }

    static Stream<Arguments> badHttp() {
        String body = "{}";
        return Stream.of(
                arguments("no HTTP", "s3cret\r\n\r\n", 400, "bad_request"),
                arguments("no version", "GET /health/live\r\n\r\n", 400, "bad_request"),
                arguments("no host", "GET /health/live HTTP/1.1\r\n\r\n", 400, "bad_request"),
                arguments("two hosts", "GET /health/live HTTP/1.1\r\n" + HOST + HOST + "\r\n", 400, "bad_request"),
                arguments(
                        "bad header name",
                        "GET /health/live HTTP/1.1\r\n" + HOST + "a b: c\r\n\r\n",
                        400,
                        "bad_request"),
                arguments(
                        "folded header",
                        "GET /health/live HTTP/1.1\r\n" + HOST + "A: b\r\n c\r\n\r\n",
                        400,
                        "bad_request"),
                arguments(
                        "large header",
                        "GET /health/live HTTP/1.1\r\n" + HOST + "A: " + "b".repeat(9000) + "\r\n\r\n",
                        431,
                        "headers_too_large"),
                arguments(
                        "long address",
                        "GET /" + "a".repeat(9000) + " HTTP/1.1\r\n" + HOST + "\r\n",
                        414,
                        "uri_too_long"),
                arguments("path upwards", "GET /v1/..%2fmodel HTTP/1.1\r\n" + HOST + "\r\n", 400, "bad_request"),
                arguments(
                        "double encoding", "GET /v1/%252e%252e/model HTTP/1.1\r\n" + HOST + "\r\n", 400, "bad_request"),
                arguments("path parameter", "GET /v1/model;a=b HTTP/1.1\r\n" + HOST + "\r\n", 404, "not_found"),
                arguments("bad escape", "GET /v1/%zz HTTP/1.1\r\n" + HOST + "\r\n", 400, "bad_request"),
                arguments("NUL in path", "GET /v1/model%00 HTTP/1.1\r\n" + HOST + "\r\n", 400, "bad_request"),
                arguments(
                        "two lengths",
                        POST + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n" + body,
                        400,
                        "bad_request"),
                arguments(
                        "length and chunks",
                        POST + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                        400,
                        "bad_request"),
                arguments("negative length", POST + "Content-Length: -1\r\n\r\n", 400, "bad_request"),
                arguments("endless length", POST + "Content-Length: 99999999999999999999\r\n\r\n", 400, "bad_request"),
                arguments("unknown coding", POST + "Transfer-Encoding: gzip\r\n\r\n", 400, "bad_request"),
                arguments("bad chunk", POST + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n", 400, "bad_request"),
                arguments(
                        "websocket",
                        "GET /v1/model HTTP/1.1\r\n" + HOST + "Upgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n",
                        404,
                        "not_found"),
                arguments("foreign host", "GET /v1/model HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421, "unknown_host"),
                arguments(
                        "foreign address",
                        "GET http://evil.example/v1/model HTTP/1.1\r\n" + HOST + "\r\n",
                        400,
                        "bad_request"),
                arguments(
                        "no content type",
                        "POST /v1/scores HTTP/1.1\r\n" + HOST + "Content-Length: 2\r\n\r\n" + body,
                        415,
                        "unsupported_media_type"),
                arguments("no body", POST + "\r\n", 400, "bad_json"),
                arguments("too large", POST + "Content-Length: " + (BODY + 1) + "\r\n\r\n", 413, "body_too_large"),
                arguments(
                        "too large, asking",
                        POST + "Expect: 100-continue\r\nContent-Length: 4194304\r\n\r\n",
                        413,
                        "body_too_large"),
                arguments(
                        "too large in one chunk",
                        POST + "Transfer-Encoding: chunked\r\n\r\n10001\r\n" + "a".repeat(BODY + 1),
                        413,
                        "body_too_large"),
                arguments(
                        "too large anywhere",
                        "GET /health/live HTTP/1.1\r\n" + HOST + "Content-Length: 4194304\r\n\r\n",
                        413,
                        "body_too_large"));
    }

    @Test
    void saysHowLargeABodyMayBe() throws IOException {
        Reply reply = exchange(POST + "Content-Length: " + (BODY + 1) + "\r\n\r\n");

        assertThat(reply.json().path("detail").textValue())
                .isEqualTo("The body is too large (expected: at most 65536 bytes).");
    }

    @Test
    void takesABodyInChunks() throws IOException {
        String body = request(safe("A"));
        Reply reply = exchange(POST + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n");

        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void takesABodyThatArrivesByteByByte() throws IOException {
        byte[] body = request(safe("A")).getBytes(StandardCharsets.UTF_8);
        try (RawHttp http = RawHttp.connect(server.port())) {
            http.write(POST + "Content-Length: " + body.length + "\r\n\r\n");
            for (byte b : body) {
                http.write(new byte[] {b});
            }
            assertThat(http.read().status()).isEqualTo(200);
        }
    }

    @Test
    void answersAgainOnAConnectionAfterABadRequest() throws IOException {
        String body = request(safe("A"));
        try (RawHttp http = RawHttp.connect(server.port())) {
            http.write(POST + "Content-Length: 2\r\n\r\n[]");
            assertThat(http.read().status()).isEqualTo(422);
            http.write(POST + "Content-Length: " + body.length() + "\r\n\r\n" + body);
            assertThat(http.read().status()).isEqualTo(200);
        }
    }

    @Test
    void endsABodyThatTricklesIn() throws IOException, InterruptedException {
        try (RawHttp http = RawHttp.connect(server.port())) {
            // Fast enough for the minimum pace, so only the time for a whole body ends it.
            http.write(POST + "Content-Length: " + BODY + "\r\n\r\n");
            byte[] some = " ".repeat(1500).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 6; i++) {
                http.write(some);
                Thread.sleep(400);
            }
            Reply reply = http.read();
            assertThat(reply.status()).isEqualTo(408);
            assertThat(reply.code()).isEqualTo("request_timeout");
        }
    }

    @Test
    void endsABodyThatStops() throws IOException {
        try (RawHttp http = RawHttp.connect(server.port())) {
            http.write(POST + "Content-Length: 100\r\n\r\n{\"customers\"");
            Reply reply = http.read();
            assertThat(reply.status()).isEqualTo(408);
            assertThat(http.isClosed()).isTrue();
        }
    }

    @Test
    void endsAConnectionThatSaysNothing() throws IOException {
        try (RawHttp http = RawHttp.connect(server.port())) {
            assertThat(http.isClosed()).isTrue();
        }
    }

    @Test
    void refusesBodiesThatTogetherTakeTooMuchMemory() throws IOException {
        try (RawHttp first = RawHttp.connect(server.port());
                RawHttp second = RawHttp.connect(server.port());
                RawHttp third = RawHttp.connect(server.port())) {
            String most = " ".repeat(BODY - 1);
            first.write(POST + "Content-Length: " + BODY + "\r\n\r\n" + most);
            second.write(POST + "Content-Length: " + BODY + "\r\n\r\n" + most);
            third.write(POST + "Content-Length: " + BODY + "\r\n\r\n" + most);
            Reply refused = firstReply(first, second, third);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("1");
        }
    }

    /** Whichever of them is answered first: the server decides whose bytes came last. */
    private static Reply firstReply(RawHttp... connections) throws IOException {
        for (int wait = 0; wait < 200; wait++) {
            for (RawHttp connection : connections) {
                if (connection.hasReply()) {
                    return connection.read();
                }
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
        throw new IOException("nobody was answered");
    }

    @Test
    void doesNotWriteHeadersThatAClientPutInto() throws IOException {
        Reply reply = exchange("GET /v1/model HTTP/1.1\r\n" + HOST + "X-Request-Id: a%0d%0aSet-Cookie:b=c\r\n\r\n");

        assertThat(reply.headers()).doesNotContainKey("set-cookie");
        assertThat(reply.header("X-Request-Id")).matches("[0-9a-f]{32}");
    }
}
