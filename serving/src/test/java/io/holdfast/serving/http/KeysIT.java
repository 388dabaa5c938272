package io.holdfast.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.serving.keys.KeyStore;
import io.holdfast.serving.keys.NewKey;
import io.holdfast.serving.keys.Scope;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where there are keys, every route asks for one with its scope, but those that say they are public. */
final class KeysIT {
    @TempDir
    Path directory;

    private KeyStore store;

    @BeforeEach
    void open() {
        store = KeyStore.at(directory.resolve("keys.json"));
    }

    private static String bearer(NewKey key) {
        return "Bearer " + key.text();
    }

    private static Reply call(TestServer server, String method, String path, String... headers) {
        return method.equals("POST")
                ? server.score(Customers.request(Customers.safe("A")), headers)
                : server.send(method, path, BodyPublishers.noBody(), headers);
    }

    @Test
    void areAskedForByEveryRouteThatIsNotPublic() {
        store.add("crm", Scope.SCORE_READ);
        List<String> open = List.of("/health/live", "/health/ready", "/openapi.yaml");
        try (TestServer server = TestServer.start(directory)) {
            for (String registered : server.server().registered()) {
                String method = registered.substring(0, registered.indexOf(' '));
                String path = registered.substring(registered.indexOf(' ') + 1);
                Reply reply = call(server, method, path.replace("{outcomeId}", "o-1"));
                assertThat(reply.status()).as(registered).isEqualTo(open.contains(path) ? 200 : 401);
                if (reply.status() == 401) {
                    assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
                }
            }
        }
    }

    @Test
    void openOnlyTheirScopes() {
        NewKey scorer = store.add("crm", Scope.SCORE_READ);
        NewKey reader = store.add("dashboard", Scope.MODEL_READ);
        NewKey both = store.add("both", Scope.SCORE_READ, Scope.MODEL_READ);
        try (TestServer server = TestServer.start(directory)) {
            assertThat(call(server, "POST", "/v1/scores", "Authorization", bearer(scorer))
                            .status())
                    .isEqualTo(200);
            assertThat(call(server, "POST", "/v1/scores", "Authorization", bearer(both))
                            .status())
                    .isEqualTo(200);
            assertThat(call(server, "GET", "/v1/schema", "Authorization", bearer(reader))
                            .status())
                    .isEqualTo(200);

            Reply refused = call(server, "POST", "/v1/scores", "Authorization", bearer(reader));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("scope_missing");
            assertThat(call(server, "GET", "/v1/model", "Authorization", bearer(scorer))
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void areRefusedWhenTheyAreWrong() {
        NewKey key = store.add("crm", Scope.SCORE_READ);
        String text = key.text();
        char other = text.charAt(20) == 'a' ? 'b' : 'a';
        List<String> wrong = List.of(
                "Bearer",
                "Bearer ",
                "Basic " + text,
                text,
                "Bearer " + text + "x",
                "Bearer " + text.substring(0, text.length() - 1),
                "Bearer " + text.substring(0, 20) + other + text.substring(21),
                "Bearer eyJhbGciOiJub25lIn0.e30.",
                "Bearer " + "x".repeat(4000));
        try (TestServer server = TestServer.start(directory)) {
            for (String authorization : wrong) {
                Reply reply = call(server, "GET", "/v1/model", "Authorization", authorization);
                assertThat(reply.status()).as(authorization).isEqualTo(401);
                assertThat(reply.text()).doesNotContain(text);
            }
            assertThat(call(server, "POST", "/v1/scores", "Authorization", "bearer  " + text + " ")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void areToldApartByTheCaseOfTheirLettersOnOneConnection() {
        NewKey key = store.add("crm", Scope.SCORE_READ);
        String text = key.text();
        try (TestServer server = TestServer.start(directory)) {
            for (int at = 0; at < text.length(); at++) {
                char here = text.charAt(at);
                if (!Character.isLetter(here)) {
                    continue;
                }
                char swapped = Character.isUpperCase(here) ? Character.toLowerCase(here) : Character.toUpperCase(here);
                String wrong = "Bearer " + text.substring(0, at) + swapped + text.substring(at + 1);
                assertThat(call(server, "POST", "/v1/scores", "Authorization", bearer(key))
                                .status())
                        .isEqualTo(200);
                assertThat(call(server, "POST", "/v1/scores", "Authorization", wrong)
                                .status())
                        .as(wrong)
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void countUntilTheyExpire() {
        NewKey key = store.add("crm", Duration.ofDays(30), Scope.MODEL_READ);
        Instant end = key.key().expiresAt().orElseThrow();
        ServerSettings settings = TestServer.settings(directory);
        try (TestServer before = TestServer.start(settings, Clock.fixed(end.minusSeconds(1), ZoneOffset.UTC));
                TestServer after = TestServer.start(settings, Clock.fixed(end, ZoneOffset.UTC))) {
            assertThat(before.get("/v1/model", "Authorization", bearer(key)).status())
                    .isEqualTo(200);
            Reply refused = after.get("/v1/model", "Authorization", bearer(key));
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.code()).isEqualTo("key_invalid");
            assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        }
    }

    /** The body never comes, so whoever is answered was judged by the head alone. */
    @Test
    void areLookedAtBeforeTheBodyIsRead() throws Exception {
        NewKey reader = store.add("dashboard", Scope.MODEL_READ);
        try (TestServer server = TestServer.start(directory)) {
            for (String authorization :
                    List.of("", "Authorization: Bearer x\r\n", "Authorization: " + bearer(reader) + "\r\n")) {
                for (String length : List.of("Content-Length: 4194304", "Transfer-Encoding: chunked")) {
                    try (RawHttp http = RawHttp.connect(server.port())) {
                        http.write("POST /v1/scores HTTP/1.1\r\nHost: localhost\r\n" + authorization
                                + "Content-Type: application/json\r\n" + length + "\r\n\r\n");
                        assertThat(http.read().status()).isIn(401, 403);
                    }
                }
            }
        }
    }

    /** A client that reuses the connection must find it as the refusal said: open, or closed. */
    @Test
    void leaveAConnectionOpenWhoseSmallBodyComesAfterTheRefusal() throws Exception {
        NewKey key = store.add("crm", Scope.MODEL_READ);
        try (TestServer server = TestServer.start(directory);
                RawHttp http = RawHttp.connect(server.port())) {
            for (int round = 0; round < 3; round++) {
                http.write(wrongKeyWithBodyOf(1000));
                Reply refused = http.read();
                assertThat(refused.status()).isEqualTo(401);
                assertThat(refused.headers()).doesNotContainKey("connection");
                http.write("x".repeat(1000));
                http.write("GET /v1/model HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + bearer(key) + "\r\n\r\n");
                assertThat(http.read().status()).isEqualTo(200);
            }
        }
    }

    private static String wrongKeyWithBodyOf(int bytes) {
        return String.join(
                "\r\n",
                "POST /v1/scores HTTP/1.1",
                "Host: localhost",
                "Authorization: Bearer x",
                "Content-Type: application/json",
                "Content-Length: " + bytes,
                "",
                "");
    }

    @Test
    void reachAClientThatSendsALargeBodyBeforeItReads() throws Exception {
        store.add("crm", Scope.MODEL_READ);
        try (TestServer server = TestServer.start(directory);
                RawHttp http = RawHttp.connect(server.port())) {
            http.write(wrongKeyWithBodyOf(4 << 20));
            http.write(new byte[4 << 20]);
            Reply refused = http.read();
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.header("Connection")).isEqualTo("close");
            assertThat(http.isClosed()).isTrue();
        }
    }

    @Test
    void letClientsInByAnyHostName() throws Exception {
        NewKey key = store.add("crm", Scope.MODEL_READ);
        try (TestServer server = TestServer.start(directory);
                RawHttp http = RawHttp.connect(server.port())) {
            http.write("GET /v1/model HTTP/1.1\r\nHost: churn.example\r\nAuthorization: " + bearer(key) + "\r\n\r\n");
            assertThat(http.read().status()).isEqualTo(200);
        }
    }

    @Test
    void countWithinASecondOfBeingAddedAndNeverOpenTheServerByGoing() throws Exception {
        try (TestServer server = TestServer.start(directory)) {
            assertThat(server.get("/v1/model").status()).isEqualTo(200);

            NewKey key = store.add("crm", Scope.MODEL_READ);
            Thread.sleep(1100);
            assertThat(server.get("/v1/model").status()).isEqualTo(401);
            assertThat(server.get("/v1/model", "Authorization", bearer(key)).status())
                    .isEqualTo(200);

            Files.writeString(store.file(), "{\"formatVersion\": 1, \"keys\": []}");
            Thread.sleep(1100);
            assertThat(server.get("/v1/model").status()).isEqualTo(401);
            assertThat(server.get("/v1/model", "Authorization", bearer(key)).status())
                    .isEqualTo(401);

            Files.delete(store.file());
            Thread.sleep(1100);
            assertThat(server.get("/v1/model").status()).isEqualTo(401);
        }
    }
}
