package io.holdfast.serving.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More than the server can do is refused at once and politely; what it has begun it finishes. */
final class OverloadIT {
    private static final ServerLimits ONE_AT_A_TIME =
            ServerLimits.defaults().withRequests(1, 1, Duration.ofMillis(200));

    @TempDir
    Path directory;

    /** A client that does not read its large reply, so that the server is kept busy with it. */
    private static RawHttp slowReader(TestServer server) throws Exception {
        // Every entry repeats the unknown level, until no buffer between server and client can take the whole reply.
        String unknown = Customers.RISKY_FEATURES.replace("monthly\",", "x".repeat(3900) + "\",");
        String[] customers = new String[1000];
        for (int i = 0; i < customers.length; i++) {
            customers[i] = Customers.customer("C-" + i, unknown);
        }
        String body = Customers.requestWith("{\"reasons\": 10}", customers);
        RawHttp http = RawHttp.connect(server.port(), 4096);
        http.write("POST /v1/scores HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body);
        while (!http.hasReply()) {
            Thread.sleep(5);
        }
        return http;
    }

    @Test
    void isAnsweredWith503AndATimeToRetry() throws Exception {
        try (TestServer server = TestServer.start(directory, settings -> settings.withLimits(ONE_AT_A_TIME));
                RawHttp slow = slowReader(server)) {
            Reply refused = server.score(Customers.request(Customers.safe("A")));
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("overloaded");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(refused.json().path("retryAfterSeconds").intValue()).isEqualTo(1);
            assertThat(server.get("/health/live").status()).isEqualTo(200);
            assertThat(server.get("/health/ready").status()).isEqualTo(200);

            assertThat(slow.inHaste().read().json().path("results").size()).isEqualTo(1000);
            assertThat(server.score(Customers.request(Customers.safe("A"))).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void recoversFromABurst() {
        try (TestServer server = TestServer.start(directory, settings -> settings.withLimits(ONE_AT_A_TIME))) {
            String body = Customers.many(300);
            List<CompletableFuture<Reply>> burst = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                burst.add(CompletableFuture.supplyAsync(() -> server.score(body), task -> new Thread(task).start()));
            }
            List<Integer> statuses =
                    burst.stream().map(reply -> reply.join().status()).toList();

            assertThat(statuses).contains(200).containsOnly(200, 503);
            assertThat(server.score(Customers.request(Customers.safe("A"))).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void keepsToTheNumberOfConnections() throws Exception {
        try (TestServer server = TestServer.start(
                directory,
                settings -> settings.withLimits(ServerLimits.defaults().withConnections(3)))) {
            List<RawHttp> open = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                open.add(RawHttp.connect(server.port()).write("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"));
                assertThat(open.get(i).read().status()).isEqualTo(200);
            }
            RawHttp waiting =
                    RawHttp.connect(server.port()).write("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
            Thread.sleep(300);
            assertThat(waiting.hasReply()).isFalse();
            open.get(0).close();
            assertThat(waiting.read().status()).isEqualTo(200);
            waiting.close();
            open.get(1).close();
            open.get(2).close();
        }
    }

    @Test
    void finishesWhatIsInFlightBeforeItStops() throws Exception {
        TestServer server = TestServer.start(
                directory,
                settings -> settings.withLimits(
                        ServerLimits.defaults().withPatience(Duration.ofSeconds(15), Duration.ofMinutes(2))));
        int port = server.port();
        try (RawHttp slow = slowReader(server)) {
            // A client may pause for longer than a connection that nobody uses is left open for, before and after.
            Thread.sleep(1500);
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 1000; i++) {
                            RawHttp.connect(port).close();
                            Thread.sleep(10);
                        }
                    })
                    .isInstanceOf(ConnectException.class);
            assertThat(stopped).isNotDone();

            Thread.sleep(1500);
            Reply reply = slow.inHaste().read();
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.json().path("results").size()).isEqualTo(1000);
            stopped.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void waitsForARequestThatIsStillArriving() throws Exception {
        TestServer server = TestServer.start(
                directory,
                settings -> settings.withLimits(
                        ServerLimits.defaults().withPatience(Duration.ofSeconds(15), Duration.ofMinutes(2))));
        String body = Customers.many(100);
        int half = body.length() / 2;
        try (RawHttp slow = RawHttp.connect(server.port())) {
            slow.write(
                    "POST /v1/scores HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                            + body.length() + "\r\n\r\n" + body.substring(0, half));
            Thread.sleep(1500);
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
            Thread.sleep(1500);
            assertThat(slow.write(body.substring(half)).read().status()).isEqualTo(200);
            stopped.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void closesWhatNobodyUsesWhenItStops() throws Exception {
        TestServer server = TestServer.start(
                directory,
                settings -> settings.withLimits(
                        ServerLimits.defaults().withPatience(Duration.ofMinutes(5), Duration.ofMinutes(5))));
        try (RawHttp used =
                RawHttp.connect(server.port()).write("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
            assertThat(used.read().status()).isEqualTo(200);

            CompletableFuture.runAsync(server::close).get(20, TimeUnit.SECONDS);

            assertThat(used.isClosed()).isTrue();
        }
    }

    @Test
    void stopsAlsoWhenAClientNeverEnds() throws Exception {
        TestServer server = TestServer.start(
                directory,
                settings -> settings.withLimits(
                        ServerLimits.defaults().withPatience(Duration.ofSeconds(15), Duration.ofMillis(500))));
        try (RawHttp slow = slowReader(server)) {
            CompletableFuture.runAsync(server::close).get(20, TimeUnit.SECONDS);
            assertThatThrownBy(slow::read).isInstanceOf(IOException.class);
        }
    }
}
