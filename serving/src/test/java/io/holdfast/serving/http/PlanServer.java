package io.holdfast.serving.http;

import static io.holdfast.serving.http.Customers.RISKY_FEATURES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.StoreLocation;
import io.holdfast.serving.store.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server with a store and a playbook to plan by, whose clock stands still. */
abstract class PlanServer {
    static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    StoreLocation location;
    TestServer server;
    Store store;

    @BeforeEach
    void start() {
        location = TestDatabase.sqlite(directory);
        start("share: 0}", TestServer.NOW);
    }

    final void start(String share, Instant now) {
        server = TestServer.start(
                TestServer.settings(directory).withPlaybook(playbook(share)).withStore(location),
                Clock.fixed(now, ZoneOffset.UTC));
        store = server.server().store().orElseThrow();
    }

    void restart(String share) {
        server.close();
        start(share, TestServer.NOW);
    }

    Path playbook(String share) {
        try {
            return Files.writeString(directory.resolve("plans.yaml"), Playbooks.PLANS.replace("share: 0}", share));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static String body(String more, String... customers) {
        return "{\"budget\": 1000" + more + ", \"customers\": [" + String.join(", ", customers) + "]}";
    }

    static String customer(String id, String columns) {
        return "{\"customerId\": \"" + id + "\", \"features\": " + RISKY_FEATURES + ", \"columns\": {" + columns + "}}";
    }

    /** One who has said nothing. */
    static String willing(String id) {
        return customer(id, "\"region\": false");
    }

    Reply plan(String body) {
        return server.post("/v1/care-plans", body);
    }

    JsonNode planned(String body) {
        Reply reply = plan(body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    JsonNode care(String id) {
        ObjectNode body = JSON.createObjectNode();
        body.putArray("customerIds").add(id);
        return server.post("/v1/care:lookup", body.toString()).result(0).path("care");
    }

    JsonNode items(String id) {
        return server.post(
                        "/v1/work-items:query",
                        JSON.createObjectNode().put("customerId", id).toString())
                .json()
                .path("items");
    }

    static ObjectNode step(String itemId) {
        return JSON.createObjectNode().put("itemId", itemId).put("agent", "ann");
    }
}
