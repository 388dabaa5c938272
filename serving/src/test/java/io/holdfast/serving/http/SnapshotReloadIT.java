package io.holdfast.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.serving.keys.KeyStore;
import io.holdfast.serving.keys.Scope;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new snapshot comes by an explicit step, whole or not at all. */
final class SnapshotReloadIT {
    private static final Clock NOON = Clock.fixed(TestServer.NOW, ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private Path features;

    @BeforeEach
    void write() {
        features = Snapshots.write(folder.resolve("features.csv"), of("2026-01-31", "L-1"));
    }

    private static String of(String asOf, String... lines) {
        StringBuilder text = new StringBuilder(Snapshots.HEADER);
        for (String line : lines) {
            text.append(Snapshots.row(asOf, line, "K-" + line, "2,95.5,monthly,none,yes", "no"));
        }
        return text.toString();
    }

    private static Reply reload(TestServer server, String... headers) {
        return server.send("POST", "/v1/snapshot:reload", BodyPublishers.noBody(), headers);
    }

    private static String status(TestServer server, String line) {
        return server.score(Customers.request("{\"customerId\": \"" + line + "\"}"))
                .statuses()
                .get(0);
    }

    @Test
    void answersFromTheNewFileOnlyOnceSomebodySaysSo() {
        try (TestServer server = TestServer.start(Snapshots.settings(folder, features), NOON)) {
            Snapshots.write(features, of("2026-02-01", "L-1", "L-2"));
            assertThat(status(server, "L-2")).isEqualTo("refused");

            Reply reply = reload(server);

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.json().path("rows").intValue()).isEqualTo(2);
            assertThat(reply.json().path("asOf").textValue()).isEqualTo("2026-02-01");
            assertThat(server.get("/v1/model").json().path("snapshot")).isEqualTo(reply.json());
            assertThat(status(server, "L-2")).isEqualTo("ok");
            assertThat(server.send("POST", "/v1/snapshot:reload", BodyPublishers.ofString(" { } "))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void keepsTheOldOneWhereTheNewFileIsBad() throws IOException {
        try (TestServer server = TestServer.start(Snapshots.settings(folder, features), NOON)) {
            String before = server.get("/v1/model").text();
            for (String bad : List.of(
                    Snapshots.HEADER,
                    of("2026-02-01", "L-1", "L-1"),
                    of("2026-02-01", "L-1").replace("95.5", "many"),
                    of("2026-02-01", "L-1").replace(Snapshots.PLAN, "another"),
                    of("2026-02-01", "L-1").replace("tenure", "years"),
                    "")) {
                Snapshots.write(features, bad);

                Reply reply = reload(server, "Accept-Language", "zh-CN");

                assertThat(reply.status()).as(bad).isEqualTo(409);
                assertThat(reply.code()).isEqualTo("snapshot_unusable");
                assertThat(reply.json().path("detail").textValue()).contains("继续使用旧快照", "features.csv");
                assertThat(status(server, "L-1")).isEqualTo("ok");
                assertThat(server.get("/v1/model").text()).isEqualTo(before);
            }
            Files.delete(features);
            assertThat(reload(server).json().path("detail").textValue()).contains("no such file");
        }
    }

    @Test
    void takesNoBodyAndNeedsASnapshot(@TempDir Path other) {
        try (TestServer server = TestServer.start(Snapshots.settings(folder, features), NOON)) {
            Reply reply =
                    server.send("POST", "/v1/snapshot:reload", BodyPublishers.ofString("{\"path\": \"/etc/passwd\"}"));
            assertThat(reply.status()).isEqualTo(422);
            assertThat(reply.code()).isEqualTo("unexpected_body");
        }
        try (TestServer bare = TestServer.start(other)) {
            assertThat(reload(bare).status()).isEqualTo(409);
            assertThat(reload(bare).code()).isEqualTo("no_snapshot");
        }
    }

    @Test
    void needsAKeyWithItsOwnScope() {
        Path keys = folder.resolve("own-keys.json");
        KeyStore store = KeyStore.at(keys);
        String reader = store.add("crm", Scope.SCORE_READ, Scope.MODEL_READ).text();
        String writer = store.add("nightly", Scope.SNAPSHOT_WRITE).text();
        ServerSettings settings = Snapshots.settings(folder, features).withKeys(new KeyPolicy.Always(keys));
        try (TestServer server = TestServer.start(settings, NOON)) {
            assertThat(reload(server).status()).isEqualTo(401);
            assertThat(reload(server, "Authorization", "Bearer " + reader).code())
                    .isEqualTo("scope_missing");
            assertThat(reload(server, "Authorization", "Bearer " + writer).status())
                    .isEqualTo(200);
            assertThat(server.get("/v1/model", "Authorization", "Bearer " + writer)
                            .status())
                    .isEqualTo(403);
        }
    }

    /** Each answer is of one of the two snapshots as a whole: 200 customers are all there, or none of them is. */
    @Test
    void changesAllCustomersAtOnce() throws InterruptedException {
        String[] lines = new String[200];
        String[] asked = new String[lines.length];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "M-" + i;
            asked[i] = "{\"customerId\": \"" + lines[i] + "\"}";
        }
        String request = Customers.request(asked);
        Set<String> seen = new ConcurrentSkipListSet<>();
        AtomicBoolean done = new AtomicBoolean();
        try (TestServer server = TestServer.start(Snapshots.settings(folder, features), NOON)) {
            Thread asking = new Thread(() -> {
                while (!done.get()) {
                    seen.add(Set.copyOf(server.score(request).statuses()).toString());
                }
            });
            asking.start();
            for (int i = 0; i < 20; i++) {
                Snapshots.write(features, i % 2 == 0 ? of("2026-02-01", lines) : of("2026-02-01", "L-1"));
                assertThat(reload(server).status()).isEqualTo(200);
            }
            done.set(true);
            asking.join();
        }
        assertThat(seen).isNotEmpty().isSubsetOf("[ok]", "[refused]");
    }
}
