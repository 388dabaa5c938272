package io.holdfast.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.serving.store.Contact;
import io.holdfast.serving.store.PlansOf;
import io.holdfast.serving.store.StoreLocation;
import io.holdfast.serving.store.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose database goes, or whose disk is full, says so, loses nothing, and works on by itself afterwards. */
@Tag("slow")
final class StoreOutageIT {
    @TempDir
    Path directory;

    private static String contact(String id, String note) {
        return "{\"contacts\": [{\"contactId\": \"" + id
                + "\", \"customerId\": \"C-1\", \"kind\": \"service\", \"direction\": \"inbound\","
                + " \"channel\": \"phone\", \"occurredAt\": \"2026-01-30T09:00:00Z\", \"reportedAt\":"
                + " \"2026-01-30T09:00:00Z\", \"note\": \"" + note + "\"}]}";
    }

    private TestServer start(StoreLocation location) {
        return TestServer.start(
                TestServer.settings(directory).withStore(location), Clock.fixed(PlansOf.NOW, ZoneOffset.UTC));
    }

    /** Readiness may be up to a second old. */
    private static Reply awaitReadiness(TestServer server, int status) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        Reply reply = server.get("/health/ready");
        while (reply.status() != status && Instant.now().isBefore(end)) {
            Thread.sleep(200);
            reply = server.get("/health/ready");
        }
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        return reply;
    }

    private static List<String> kept(TestServer server) {
        return server.server().store().orElseThrow().contacts().of("C-1").stream()
                .map(Contact::contactId)
                .toList();
    }

    private static void requireRefusal(Reply refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("store_unavailable");
        assertThat(refused.header("Retry-After")).isEqualTo("2");
        assertThat(refused.json().path("retryAfterSeconds").intValue()).isEqualTo(2);
    }

    @Test
    void withoutItsDatabase() throws Exception {
        Path data = directory.resolve("postgres");
        EmbeddedPostgres database = TestDatabase.start(data, 0);
        int port = database.getPort();
        try (TestServer server = start(TestDatabase.location(database, "postgres"))) {
            assertThat(server.post("/v1/contacts", contact("k-1", "")).status()).isEqualTo(200);
            awaitReadiness(server, 200);

            database.close();

            requireRefusal(server.post("/v1/contacts", contact("k-2", "")));
            requireRefusal(server.post("/v1/care:lookup", "{\"customerIds\": [\"C-1\"]}"));
            requireRefusal(awaitReadiness(server, 503));
            assertThat(server.get("/health/live").status()).isEqualTo(200);
            try (EmbeddedPostgres again = TestDatabase.start(data, port)) {
                assertThat(again.getPort()).isEqualTo(port);
                awaitReadiness(server, 200);
                Reply repeated = server.post("/v1/contacts", contact("k-2", ""));
                assertThat(repeated.status()).as(repeated.text()).isEqualTo(200);
                assertThat(server.post("/v1/contacts", contact("k-1", "")).statuses())
                        .containsExactly("unchanged");
                assertThat(kept(server)).as("each once").containsExactlyInAnyOrder("k-1", "k-2");
            }
        }
    }

    @Test
    void withoutRoomOnTheDisk() throws Exception {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString()),
                "No small disk can be mounted here: that takes Linux and its administrator");
        try (TestServer server = start(new StoreLocation.SqliteFile(disk.resolve("care.db")))) {
            List<String> taken = new ArrayList<>();
            assertThat(server.post("/v1/contacts", contact("k-0", "")).status()).isEqualTo(200);
            taken.add("k-0");
            Path filler = disk.resolve("filler");
            fill(filler);

            Reply reply = server.post("/v1/contacts", contact("k-1", "x".repeat(2000)));
            for (int i = 2; reply.status() == 200; i++) {
                taken.add("k-" + (i - 1));
                reply = server.post("/v1/contacts", contact("k-" + i, "x".repeat(2000)));
            }

            requireRefusal(reply);
            assertThat(server.get("/health/live").status()).isEqualTo(200);
            assertThat(kept(server)).containsExactlyInAnyOrderElementsOf(taken);
            Files.delete(filler);
            awaitReadiness(server, 200);
            String next = "k-" + taken.size();
            Reply repeated = server.post("/v1/contacts", contact(next, "x".repeat(2000)));
            assertThat(repeated.status()).as(repeated.text()).isEqualTo(200);
            taken.add(next);
            assertThat(kept(server)).containsExactlyInAnyOrderElementsOf(taken);
            assertThat(server.server().store().orElseThrow().audit().verify().isWhole())
                    .isTrue();
        } finally {
            run("umount", disk.toString());
        }
    }

    /** To the last byte. */
    private static void fill(Path filler) throws IOException {
        try (var out = Files.newOutputStream(filler)) {
            byte[] block = new byte[4096];
            for (int i = 0; i < 10_000; i++) {
                out.write(block);
            }
        } catch (IOException e) {
            // The disk is full, which is what was asked for.
            assertThat(filler.toFile().getFreeSpace()).isLessThan(100_000);
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
