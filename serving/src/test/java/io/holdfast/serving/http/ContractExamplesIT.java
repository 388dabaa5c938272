package io.holdfast.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.serving.store.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever copies an example from the contract has a request that a server understands, or a reply such as it gives. */
final class ContractExamplesIT {
    private static final Instant AFTER_THE_EXAMPLES = Instant.parse("2026-02-10T08:00:00Z");
    /** Their customers have columns of another model. */
    private static final Set<String> OF_ANOTHER_MODEL = Set.of("/v1/scores", "/v1/care-plans");

    @TempDir
    Path directory;

    private record Example(String method, String path, JsonNode content) {
        JsonNode body() {
            return content.path("example");
        }
    }

    private static List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path :
                OpenApi.contract().document().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                JsonNode content =
                        operation.getValue().path("requestBody").path("content").path("application/json");
                if (!content.isMissingNode()) {
                    examples.add(new Example(operation.getKey(), path.getKey(), content));
                }
            }
        }
        return examples;
    }

    @Test
    void standAtEveryRequestAndFitIt() {
        assertThat(examples()).hasSizeGreaterThan(15);
        for (Example example : examples()) {
            assertThat(example.body().isObject()).as(example.path()).isTrue();
            OpenApi.contract()
                    .requireValid(
                            example.content().path("schema"), example.body().deepCopy());
        }
    }

    /** What a client is written against must not be what no server says. */
    @Test
    void standAtEveryReplyAndFitIt() {
        int replies = 0;
        for (Map.Entry<String, JsonNode> path :
                OpenApi.contract().document().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                JsonNode content = operation
                        .getValue()
                        .path("responses")
                        .path("200")
                        .path("content")
                        .path("application/json");
                if (!content.isMissingNode()) {
                    String name = operation.getKey() + " " + path.getKey();
                    assertThat(content.path("example").isObject()).as(name).isTrue();
                    OpenApi.contract()
                            .requireValid(
                                    content.path("schema"),
                                    content.path("example").deepCopy());
                    replies++;
                }
            }
        }
        assertThat(replies).isGreaterThan(25);
    }

    @Test
    void areUnderstood() {
        try (TestServer server = TestServer.start(
                TestServer.settings(directory).withStore(TestDatabase.sqlite(directory)),
                Clock.fixed(AFTER_THE_EXAMPLES, ZoneOffset.UTC))) {
            for (Example example : examples()) {
                if (OF_ANOTHER_MODEL.contains(example.path())) {
                    continue;
                }
                String path = example.path().replace("{outcomeId}", "crm-2026-02-4711");
                String body = example.body().toString();
                Reply reply = example.method().equals("put") ? server.put(path, body) : server.post(path, body);

                // Nothing of what they name is in this store.
                assertThat(reply.status()).as("%s %s", path, reply.text()).isIn(200, 404, 409);
                reply.json()
                        .path("results")
                        .forEach(
                                row -> assertThat(row.path("error").path("code").asText("no_such"))
                                        .as("%s %s", path, reply.text())
                                        .startsWith("no_such"));
            }
        }
    }
}
