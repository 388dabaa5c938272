package io.holdfast.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.holdfast.scoring.fixture.TinyBundles;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a client can read about model and service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ModelRoutesIT {
    private TestServer server;

    @BeforeAll
    void start(@TempDir Path directory) {
        server = TestServer.start(directory);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void statesTheSameModelAsTheScores() {
        JsonNode model = server.get("/v1/model").json();
        ObjectNode facts = model.deepCopy();
        facts.remove(List.of(
                "contractVersion", "validDays", "language", "languages", "playbookDigest", "limits", "snapshot"));

        assertThat(server.score(Customers.request(Customers.safe("A"))).json().path("model"))
                .isEqualTo(facts);
        assertThat(facts.path("horizonDays").intValue()).isEqualTo(30);
        assertThat(facts.path("bands").toString()).isEqualTo("{\"elevated\":50.0,\"high\":80.0,\"critical\":95.0}");
    }

    @Test
    void statesLimitsThatHold() {
        JsonNode limits = server.get("/v1/model").json().path("limits");

        assertThat(server.score(Customers.many(
                                limits.path("customersPerRequest").intValue()))
                        .status())
                .isEqualTo(200);
        assertThat(server.score(Customers.many(
                                limits.path("customersPerRequest").intValue() + 1))
                        .code())
                .isEqualTo("too_many_customers");
        assertThat(limits.path("bodyBytes").intValue()).isEqualTo(4 << 20);
        assertThat(limits.path("customerIdCharacters").intValue()).isEqualTo(128);
    }

    @Test
    void listsTheFeaturesInTheirOrderWithTypeAndRange() {
        JsonNode schema = server.get("/v1/schema").json();

        assertThat(schema.path("features").findValuesAsText("name"))
                .containsExactly("tenure", "monthly_charge", "contract", "support", "paperless");
        assertThat(schema.path("features").findValuesAsText("jsonType"))
                .containsExactly("number", "number", "string", "string", "boolean");
        assertThat(schema.path("features").path(1).path("highest").doubleValue())
                .isEqualTo(118.5);
        assertThat(schema.path("features").path(3).path("levels").toString())
                .isEqualTo("[{\"value\":\"none\",\"label\":\"not booked\"},{\"value\":\"basic\",\"label\":\"basic\"},"
                        + "{\"value\":\"premium\",\"label\":\"premium\"}]");
        assertThat(schema.path("ignored").toString()).isEqualTo("[\"customer_id\",\"left\",\"region\"]");
    }

    @Test
    void saysThatCareCanAnswerAFeatureOnlyWhereItCanAnswerItsReason() {
        for (JsonNode feature : server.get("/v1/schema").json().path("features")) {
            boolean reason = TinyBundles.bundle()
                    .description()
                    .reasons()
                    .reason(feature.path("reason").textValue())
                    .actionable();
            assertThat(feature.path("actionable").booleanValue())
                    .as(feature.toString())
                    .isEqualTo(reason);
        }
        JsonNode tenure = server.get("/v1/schema").json().path("features").path(0);
        assertThat(tenure.path("reason").textValue()).isEqualTo("profile");
        assertThat(tenure.path("actionable").booleanValue()).isFalse();
    }

    @Test
    void givesASampleThatWorksWhenPostedBack() {
        Reply sample = server.get("/v1/sample-request");
        Reply scored = server.score(sample.text());

        assertThat(scored.json().path("summary").path("ok").intValue()).isEqualTo(1);
        assertThat(scored.result(0).path("customerId").textValue()).isEqualTo("sample-1");
        assertThat(sample.json()
                        .path("customers")
                        .path(0)
                        .path("features")
                        .path("monthly_charge")
                        .doubleValue())
                .isEqualTo(Double.parseDouble(TinyBundles.bundle()
                        .reference()
                        .columns()
                        .get(TinyBundles.MONTHLY_CHARGE)
                        .typical()));
    }

    @Test
    void handsOutTheContractByteForByte() throws IOException {
        Reply contract = server.get("/openapi.yaml", "Accept", "application/yaml");

        assertThat(new ObjectMapper(new YAMLFactory()).readTree(contract.text()))
                .isEqualTo(OpenApi.contract().document());
        assertThat(contract.mediaType()).isEqualTo("application/yaml");
    }

    @Test
    void saysThatItLivesAndIsReady() {
        assertThat(server.get("/health/live").json().path("status").textValue()).isEqualTo("live");
        assertThat(server.get("/health/ready").json().path("status").textValue())
                .isEqualTo("ready");
    }

    @Test
    void answersHeadLikeGetWithoutABody() {
        for (Route route : server.server().routes().all()) {
            if (route.method().name().equals("GET")) {
                Reply get = server.get(route.path());
                Reply head = server.send("HEAD", route.path(), BodyPublishers.noBody());
                // This server keeps no store.
                assertThat(head.status())
                        .as(route.path())
                        .isEqualTo(Set.of("/v1/effects", "/v1/diagnosis").contains(route.path()) ? 404 : 200);
                assertThat(head.text()).isEmpty();
                assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
            }
        }
    }

    @Test
    void setsNoCookieAndTellsNoVersion() {
        Reply reply = server.score(Customers.request(Customers.safe("A")));

        assertThat(reply.headers()).doesNotContainKeys("set-cookie", "server", "x-powered-by");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void echoesAHarmlessRequestIdAndReplacesOthers() {
        String body = Customers.request(Customers.safe("A"));

        Reply named = server.score(body, "X-Request-Id", "crm-2026.02:17_a");
        assertThat(named.header("X-Request-Id")).isEqualTo("crm-2026.02:17_a");
        assertThat(named.json().path("requestId").textValue()).isEqualTo("crm-2026.02:17_a");
        for (String bad : new String[] {"a b", "x".repeat(65), "<x>", "${jndi:x}"}) {
            assertThat(server.score(body, "X-Request-Id", bad).header("X-Request-Id"))
                    .matches("[0-9a-f]{32}");
        }
    }
}
