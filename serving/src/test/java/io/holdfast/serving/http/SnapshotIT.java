package io.holdfast.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.serving.store.PlansOf;
import io.holdfast.serving.store.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Customers who are asked for by their id alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SnapshotIT {
    private static final String RISKY =
            "\"tenure\": 2, \"monthly_charge\": 95.5, \"contract\": \"monthly\", \"support\": \"none\", \"paperless\": true";

    private TestServer server;
    private Path features;
    private Path folder;

    @BeforeAll
    void start(@TempDir Path directory) {
        folder = directory;
        features = Snapshots.write(directory.resolve("features.csv"), Snapshots.HEADER + Snapshots.ROWS);
        server = TestServer.start(Snapshots.settings(directory, features), clock(0));
    }

    private static Clock clock(int daysLater) {
        return Clock.fixed(TestServer.NOW.plus(Duration.ofDays(daysLater)), ZoneOffset.UTC);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static String id(String id) {
        return "{\"customerId\": \"" + id + "\"}";
    }

    private JsonNode ask(String customer) {
        return server.score(Customers.request(customer)).result(0);
    }

    @Test
    void areScoredByTheIdOfAUnitAsByAllTheirFeatures() {
        Reply byId = server.score(Customers.request(id("L-2")));
        Reply byFeatures = server.score(
                Customers.requestWith("{\"snapshot\": false}", Customers.customer("L-2", "{" + RISKY + "}")));

        ObjectNode found = (ObjectNode) byId.result(0);
        assertThat(found.remove("unitId").textValue()).isEqualTo("L-2");
        assertThat(found.remove("units").intValue()).isEqualTo(1);
        assertThat(found).isEqualTo(byFeatures.result(0));
        assertThat(found.path("asOf").textValue()).isEqualTo("2026-02-01");
        assertThat(found.path("validUntil").textValue()).isEqualTo("2026-02-15");
        assertThat(byId.json().path("snapshot").path("asOf").textValue()).isEqualTo("2026-02-01");
        assertThat(byId.json().path("snapshot").path("digest").textValue()).matches("[0-9a-f]{64}");
        assertThat(byFeatures.json().path("snapshot").isNull()).isTrue();
    }

    @Test
    void whoHaveSeveralUnitsAreScoredByTheRiskiest() {
        JsonNode customer = ask(id("K-1"));
        JsonNode riskier = ask(id("L-2"));

        assertThat(customer.path("customerId").textValue()).isEqualTo("K-1");
        assertThat(customer.path("unitId").textValue()).isEqualTo("L-2");
        assertThat(customer.path("units").intValue()).isEqualTo(2);
        assertThat(customer.path("predictionId")).isEqualTo(riskier.path("predictionId"));
        assertThat(riskier.path("probability").doubleValue())
                .isGreaterThan(ask(id("L-1")).path("probability").doubleValue());
        assertThat(ask(id("K-2")).path("unitId").textValue()).isEqualTo("L-3");
    }

    @Test
    void giveWhatTheyHaveInPlaceOfTheSnapshot() {
        JsonNode changed = ask(Customers.customer("L-1", "{" + RISKY + "}"));
        JsonNode some =
                ask(Customers.customer("L-2", "{\"contract\": \"yearly\", \"tenure\": null, \"support\": \"\"}"));

        assertThat(changed.path("probability")).isEqualTo(ask(id("L-2")).path("probability"));
        assertThat(changed.path("asOf").textValue()).isEqualTo("2026-02-01");
        JsonNode alike = server.score(Customers.requestWith(
                        "{\"snapshot\": false}",
                        Customers.customer(
                                "L-2", "{\"monthly_charge\": 95.5, \"contract\": \"yearly\", \"paperless\": true}")))
                .result(0);
        assertThat(some.path("predictionId")).isEqualTo(alike.path("predictionId"));
        assertThat(some.path("warnings")).isEqualTo(alike.path("warnings"));
        assertThat(some.path("care")).isEqualTo(alike.path("care"));
    }

    @Test
    void keepWhatIsMissingMissing() {
        JsonNode found = ask(id("L-5"));

        assertThat(found.path("status").textValue()).isEqualTo("warned");
        assertThat(found.path("warnings").findValuesAsText("code"))
                .containsExactly("missing_value", "missing_value", "unknown_category");
    }

    @Test
    void areRefusedOneByOneWithTheReason() {
        Reply reply = server.score(Customers.request(
                id("L-9"),
                Customers.customer("K-1", "{\"tenure\": 1}"),
                "{\"customerId\": \"L-1\", \"asOf\": \"2026-01-31\"}",
                "{\"customerId\": \"L-1\", \"asOf\": \"2026-02-01\"}",
                Customers.customer("L-2", "{\"tenure\": \"x\"}"),
                Customers.customer(
                        "L-2",
                        "{\"tenure\": null, \"monthly_charge\": null, \"contract\": null,"
                                + " \"support\": null, \"paperless\": null}")));

        assertThat(reply.statuses()).containsExactly("refused", "refused", "refused", "ok", "refused", "refused");
        assertThat(reply.json().findValuesAsText("code").stream()
                        .filter(code -> !code.isEmpty())
                        .toList())
                .contains("not_found", "several_units", "as_of_conflict", "wrong_type", "missing_required");
        assertThat(reply.result(0).path("error").path("code").textValue()).isEqualTo("not_found");
        assertThat(reply.result(1).path("error").path("pointer").textValue()).isEqualTo("/customers/1/features");
        assertThat(reply.result(2).path("error").path("pointer").textValue()).isEqualTo("/customers/2/asOf");
        Reply ofAnotherDay = server.score(Customers.requestWith("{\"asOf\": \"2026-01-01\"}", id("L-1")));
        assertThat(ofAnotherDay.result(0).path("error").path("pointer").textValue())
                .isEqualTo("/options/asOf");
    }

    @Test
    void whoObjectToProfilingAreExcludedByLineAndCustomerInBothLanguages() {
        for (String who : List.of("L-4", "K-3")) {
            Reply reply = server.score(Customers.request(id(who)));

            assertThat(reply.statuses()).containsExactly("excluded");
            assertThat(reply.json().path("summary").path("excluded").intValue()).isEqualTo(1);
            assertThat(reply.result(0).path("error").path("code").textValue()).isEqualTo("profiling_objection");
            assertThat(reply.result(0).has("probability")).isFalse();
        }
        assertThat(server.score(Customers.requestWith("{\"language\": \"zh-CN\"}", id("L-4")))
                        .result(0)
                        .path("error")
                        .path("message")
                        .textValue())
                .contains("反对画像分析");
    }

    /** A line asked for by its own id is the customer's, who may have said to the store what no line knows. */
    @Test
    void whoObjectOrHaveLeftInTheStoreAreExcludedByLineToo(@TempDir Path other) {
        try (TestServer kept =
                TestServer.start(Snapshots.settings(other, features).withStore(TestDatabase.sqlite(other)), clock(0))) {
            assertThat(kept.score(Customers.request(id("L-2"), id("L-3"))).statuses())
                    .containsExactly("ok", "ok");
            String said = TestServer.NOW.minusSeconds(60).toString();
            Reply objected = kept.post(
                    "/v1/consents",
                    "{\"consents\": [{\"customerId\": \"K-1\", \"purpose\": \"profiling\", \"granted\": false,"
                            + " \"saidAt\": \"" + said + "\"}]}");
            assertThat(objected.status()).as(objected.text()).isEqualTo(200);
            Reply left = kept.put(
                    "/v1/outcomes/o-1",
                    "{\"customerId\": \"K-2\", \"unitId\": \"L-3\", \"kind\": \"left\", \"leaveType\": \"voluntary\","
                            + " \"occurredAt\": \"" + said + "\", \"reportedAt\": \"" + said + "\"}");
            assertThat(left.status()).as(left.text()).isEqualTo(200);

            Reply reply = kept.score(Customers.request(id("L-2"), id("L-3")));
            assertThat(reply.statuses()).containsExactly("excluded", "excluded");
            assertThat(reply.result(0).path("error").path("code").textValue()).isEqualTo("profiling_objection");
            assertThat(reply.result(1).path("error").path("code").textValue()).isEqualTo("already_left");
        }
    }

    /** That one line is to be won back says nothing of the others, who have left just as well. */
    @Test
    void onlyTheLineThatIsToBeWonBackIsScoredOfWhoHasLeft(@TempDir Path other) {
        try (TestServer kept =
                TestServer.start(Snapshots.settings(other, features).withStore(TestDatabase.sqlite(other)), clock(0))) {
            kept.server()
                    .store()
                    .orElseThrow()
                    .plans()
                    .keep(PlansOf.plan("plan-1", PlansOf.winBack("d-1", "K-1", "L-2")), PlansOf.at(TestServer.NOW));
            String said = TestServer.NOW.minusSeconds(60).toString();
            Reply left = kept.put(
                    "/v1/outcomes/o-1",
                    "{\"customerId\": \"K-1\", \"kind\": \"left\", \"leaveType\": \"voluntary\","
                            + " \"occurredAt\": \"" + said + "\", \"reportedAt\": \"" + said + "\"}");
            assertThat(left.status()).as(left.text()).isEqualTo(200);

            assertThat(kept.score(Customers.request(id("L-1"), id("L-2"))).statuses())
                    .containsExactly("excluded", "ok");
            JsonNode customer = kept.score(Customers.request(id("K-1"))).result(0);
            assertThat(customer.path("unitId").textValue()).isEqualTo("L-2");
        }
    }

    @Test
    void whoHaveLeftAreExcludedByLineAndByCustomerWithNoLineLeft() {
        for (String who : List.of("L-6", "K-5", "L-7")) {
            Reply reply = server.score(Customers.request(id(who)));

            assertThat(reply.statuses()).containsExactly("excluded");
            assertThat(reply.result(0).path("error").path("code").textValue()).isEqualTo("already_left");
            assertThat(reply.result(0).path("error").path("pointer").textValue())
                    .isEqualTo("/customers/0/customerId");
            assertThat(reply.result(0).has("probability")).isFalse();
            assertThat(reply.result(0).has("care")).isFalse();
        }
        assertThat(ask(id("K-2")).path("unitId").textValue()).isEqualTo("L-3");
        assertThat(server.score(Customers.requestWith("{\"language\": \"zh-CN\"}", id("L-6")))
                        .result(0)
                        .path("error")
                        .path("message")
                        .textValue())
                .contains("已流失");
    }

    @Test
    void getTheSameVerdictAloneAndAmongOthersAndTwice() {
        Reply many = server.score(Customers.request(id("L-1"), id("L-9"), id("K-1"), id("L-4"), id("L-2"), id("L-1")));

        assertThat(many.result(0)).isEqualTo(ask(id("L-1")));
        assertThat(many.result(2)).isEqualTo(ask(id("K-1")));
        assertThat(many.result(4)).isEqualTo(ask(id("L-2")));
        assertThat(many.result(5)).isEqualTo(many.result(0));
        assertThat(server.score(Customers.request(id("L-1"), Customers.customer("L-1", "{\"tenure\": 1}")))
                        .statuses())
                .containsExactly("refused", "refused");
    }

    @Test
    void areStaleAndCarryNoCareOnceTheirDayIsTooLongAgo() {
        assertThat(ask(id("L-2")).path("stale").booleanValue()).isFalse();
        assertThat(ask(id("L-2")).path("care").path("status").textValue()).isNotEqualTo("none");
        try (TestServer later = TestServer.start(Snapshots.settings(folder, features), clock(15))) {
            JsonNode old = later.score(Customers.request(id("L-2"))).result(0);

            assertThat(old.path("stale").booleanValue()).isTrue();
            assertThat(old.path("care").path("status").textValue()).isEqualTo("none");
            assertThat(old.path("care").path("cause").textValue()).isEqualTo("stale");
            assertThat(old.path("probability")).isEqualTo(ask(id("L-2")).path("probability"));
        }
    }

    @Test
    void areToldOfByTheModel() {
        JsonNode snapshot = server.get("/v1/model").json().path("snapshot");

        assertThat(snapshot.path("asOf").textValue()).isEqualTo("2026-02-01");
        assertThat(snapshot.path("validUntil").textValue()).isEqualTo("2026-02-15");
        assertThat(snapshot.path("rows").intValue()).isEqualTo(5);
    }

    @Test
    void areNotNeededForTheSample() {
        Reply sample = server.get("/v1/sample-request");

        assertThat(sample.json().path("options").path("snapshot").booleanValue())
                .isFalse();
        assertThat(server.score(sample.text()).statuses()).containsExactly("ok");
    }

    @Test
    void areNotThereOnAServerWithoutASnapshot(@TempDir Path directory) {
        try (TestServer bare = TestServer.start(directory)) {
            Reply wanted = bare.score(Customers.requestWith("{\"snapshot\": true}", Customers.safe("A")));
            assertThat(wanted.status()).isEqualTo(422);
            assertThat(wanted.json().path("pointer").textValue()).isEqualTo("/options/snapshot");
            assertThat(bare.score(Customers.requestWith("{\"snapshot\": 1}", Customers.safe("A")))
                            .code())
                    .isEqualTo("bad_option");
            assertThat(bare.score(Customers.request(id("A")))
                            .result(0)
                            .path("error")
                            .path("code")
                            .textValue())
                    .isEqualTo("missing_required");
            assertThat(bare.get("/v1/model").json().path("snapshot").isNull()).isTrue();
            assertThat(bare.score(Customers.requestWith("{\"snapshot\": false}", Customers.safe("A")))
                            .statuses())
                    .containsExactly("ok");
        }
    }
}
