package io.holdfast.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.serving.store.NewDecision;
import io.holdfast.serving.store.PlansOf;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server with a store on the disk, whose clock stands still. */
abstract class StoreServer {
    @TempDir
    Path directory;

    TestServer server;
    Store store;

    @BeforeEach
    void start() {
        server = TestServer.start(
                TestServer.settings(directory).withStore(TestDatabase.sqlite(directory)),
                Clock.fixed(PlansOf.NOW, ZoneOffset.UTC));
        store = server.server().store().orElseThrow();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    void keep(String planId, NewDecision... decisions) {
        store.plans().keep(PlansOf.plan(planId, decisions), PlansOf.WRITING);
    }

    JsonNode lookup(String id) {
        Reply reply = server.post("/v1/care:lookup", json(Map.of("customerIds", List.of(id))));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.result(0);
    }

    JsonNode firstItem() {
        return server.post("/v1/work-items:query", "{}").json().path("items").path(0);
    }

    static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    void claim(String item) {
        Reply reply = server.post("/v1/work-items:claim", json(Map.of("itemId", item, "agent", "ann")));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }
}
