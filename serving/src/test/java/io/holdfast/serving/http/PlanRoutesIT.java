package io.holdfast.serving.http;

import static io.holdfast.serving.http.Customers.RISKY_FEATURES;
import static io.holdfast.serving.http.Customers.request;
import static io.holdfast.serving.http.Customers.risky;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.serving.store.Consent;
import io.holdfast.serving.store.OutcomesOf;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.StoreLocation;
import io.holdfast.serving.store.TestDatabase;
import io.holdfast.serving.store.Writing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan reaches the store, the work list and every touch point; every reply is held against the contract. */
final class PlanRoutesIT {
    private static final List<String> DIFFICULT_IDS =
            List.of("+8613800138000", "0012345", "P/2024/001", "-A7", "001D000001ABCDeFGH", "客户-张三");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    private StoreLocation location;
    private TestServer server;
    private Store store;

    @BeforeEach
    void start() {
        location = TestDatabase.sqlite(directory);
        start("share: 0}", TestServer.NOW);
    }

    private void start(String share, Instant now) {
        server = TestServer.start(
                TestServer.settings(directory).withPlaybook(playbook(share)).withStore(location),
                Clock.fixed(now, ZoneOffset.UTC));
        store = server.server().store().orElseThrow();
    }

    private void restart(String share) {
        server.close();
        start(share, TestServer.NOW);
    }

    private Path playbook(String share) {
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

    private static String body(String more, String... customers) {
        return "{\"budget\": 1000" + more + ", \"customers\": [" + String.join(", ", customers) + "]}";
    }

    private static String customer(String id, String columns) {
        return "{\"customerId\": \"" + id + "\", \"features\": " + RISKY_FEATURES + ", \"columns\": {" + columns + "}}";
    }

    /** One who has said nothing. */
    private static String willing(String id) {
        return customer(id, "\"region\": false");
    }

    private Reply plan(String body) {
        return server.post("/v1/care-plans", body);
    }

    private JsonNode planned(String body) {
        Reply reply = plan(body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private JsonNode care(String id) {
        ObjectNode body = JSON.createObjectNode();
        body.putArray("customerIds").add(id);
        return server.post("/v1/care:lookup", body.toString()).result(0).path("care");
    }

    private JsonNode items(String id) {
        return server.post(
                        "/v1/work-items:query",
                        JSON.createObjectNode().put("customerId", id).toString())
                .json()
                .path("items");
    }

    @Test
    void goFromCustomersToAWorkedOffItem() {
        List<String> customers =
                DIFFICULT_IDS.stream().map(PlanRoutesIT::willing).toList();

        JsonNode plan = planned(body("", customers.toArray(String[]::new)));

        assertThat(plan.path("summary").path("planned").intValue()).isEqualTo(DIFFICULT_IDS.size());
        assertThat(plan.path("summary").path("gain").path("expected").doubleValue())
                .isPositive();
        assertThat(plan.path("summary").path("gap").doubleValue()).isZero();
        assertThat(plan.path("workItems").intValue()).isEqualTo(DIFFICULT_IDS.size());
        for (int i = 0; i < DIFFICULT_IDS.size(); i++) {
            String id = DIFFICULT_IDS.get(i);
            JsonNode decision = plan.path("results").path(i);
            assertThat(decision.path("customerId").textValue()).isEqualTo(id);
            JsonNode care = care(id);
            assertThat(care.path("status").textValue()).isEqualTo("recommended");
            assertThat(care.path("decisionId")).isEqualTo(decision.path("decisionId"));
            assertThat(care.path("text").textValue())
                    .isEqualTo("Go through the bill.")
                    .isEqualTo(decision.path("text").textValue());
            assertThat(server.score(request(risky(id))).result(0).path("care")).isEqualTo(care);
            JsonNode item = items(id).path(0);
            assertThat(item.path("customerId").textValue()).isEqualTo(id);
            assertThat(item.path("team").textValue()).isEqualTo("desk");
            String itemId = item.path("itemId").textValue();
            assertThat(server.post("/v1/work-items:claim", step(itemId).toString())
                            .status())
                    .isEqualTo(200);
            Reply done = server.post(
                    "/v1/work-items:disposition",
                    step(itemId)
                            .put("attemptId", "a-" + i)
                            .put("disposition", "accepted")
                            .toString());
            assertThat(done.status()).as(done.text()).isEqualTo(200);
            assertThat(care(id).path("status").textValue()).isEqualTo("not_planned");
        }
    }

    private static ObjectNode step(String itemId) {
        return JSON.createObjectNode().put("itemId", itemId).put("agent", "ann");
    }

    @Test
    void areTheSameWhenAskedForAgainAlsoAfterWork() {
        String body = body("", willing("A"), willing("B"));
        JsonNode first = planned(body);
        String item = items("A").path(0).path("itemId").textValue();
        server.post("/v1/work-items:claim", step(item).toString());
        server.post(
                "/v1/work-items:disposition",
                step(item)
                        .put("attemptId", "a-1")
                        .put("disposition", "accepted")
                        .toString());

        JsonNode second = planned(body);

        assertThat(first.path("repeated").booleanValue()).isFalse();
        assertThat(second.path("repeated").booleanValue()).isTrue();
        assertThat(second.path("results")).isEqualTo(first.path("results"));
        assertThat(second.path("planId")).isEqualTo(first.path("planId"));
        assertThat(items("A")).hasSize(0);
        assertThat(items("B")).hasSize(1);
        Reply other = plan(body("", willing("A")));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("plan_exists");
        assertThat(other.json().path("detail").textValue()).contains("a campaign of its own");
    }

    @Test
    void ofDifferentCampaignsAtOneMomentNameOnlyDecisionsThatAreKept() throws Exception {
        List<String> ids = List.of("A", "B", "C", "D", "E");
        String[] customers = ids.stream().map(PlanRoutesIT::willing).toArray(String[]::new);
        ExecutorService clients = Executors.newFixedThreadPool(4);
        try {
            CyclicBarrier together = new CyclicBarrier(4);
            List<Future<Reply>> asked = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String body = body(", \"campaign\": \"at once " + i + "\"", customers);
                asked.add(clients.submit(() -> {
                    together.await();
                    return plan(body);
                }));
            }
            Map<String, String> named = new HashMap<>();
            int planned = 0;
            for (Future<Reply> each : asked) {
                Reply reply = each.get();
                assertThat(reply.status()).as(reply.text()).isEqualTo(200);
                planned += reply.json().path("summary").path("planned").intValue();
                for (JsonNode decision : reply.json().path("results")) {
                    if (!decision.path("decisionId").isNull()) {
                        named.put(
                                decision.path("customerId").textValue(),
                                decision.path("decisionId").textValue());
                    }
                }
            }
            assertThat(planned).as("each customer once").isEqualTo(ids.size());
            for (String id : ids) {
                assertThat(care(id).path("decisionId").textValue()).isEqualTo(named.get(id));
            }
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void thatCustomersHaveChangedSinceStandAsTheyWereKept() {
        String body = body("", willing("A"), willing("B"));
        planned(body);
        store.contacts()
                .consent(
                        new Consent(
                                "A",
                                Consent.CARE,
                                Consent.ALL,
                                false,
                                TestServer.NOW.minus(Duration.ofHours(1)),
                                "call"),
                        new Writing("test", TestServer.NOW));

        Reply again = plan(body);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("plan_kept");
        assertThat(again.json().path("detail").textValue()).contains("was kept before and stands");
        assertThat(care("A").path("cause").textValue()).isEqualTo("opted_out");
        assertThat(care("B").path("status").textValue()).isEqualTo("recommended");
        JsonNode next = planned(body(", \"campaign\": \"next\"", willing("A")))
                .path("results")
                .path(0);
        assertThat(next.path("cause").textValue()).isEqualTo("opted_out");
        assertThat(next.path("decisionId").isNull())
                .as("the first decision is still the one that is open")
                .isTrue();
    }

    @Test
    void leaveStandingDecisionsAndRecentContactsAlone() {
        planned(body("", willing("A"), willing("B")));
        String item = items("B").path(0).path("itemId").textValue();
        server.post("/v1/work-items:claim", step(item).toString());
        server.post(
                "/v1/work-items:disposition",
                step(item)
                        .put("attemptId", "a-1")
                        .put("disposition", "accepted")
                        .toString());

        JsonNode next = planned(body(", \"campaign\": \"spring\"", willing("A"), willing("B"), willing("C")));

        assertThat(next.path("results").path(0).path("cause").textValue()).isEqualTo("earlier_decision");
        assertThat(next.path("results").path(0).path("decisionId").isNull())
                .as("the store has another one")
                .isTrue();
        assertThat(next.path("results").path(1).path("cause").textValue()).isEqualTo("cool_down");
        assertThat(next.path("results").path(2).path("status").textValue()).isEqualTo("planned");
        assertThat(care("A").path("status").textValue()).isEqualTo("recommended");
    }

    @Test
    void needNoValuesOfWhoObjectsInTheStore() {
        store.contacts()
                .consent(
                        new Consent(
                                "A",
                                Consent.PROFILING,
                                Consent.ALL,
                                false,
                                TestServer.NOW.minus(Duration.ofHours(1)),
                                "call"),
                        new Writing("test", TestServer.NOW));

        JsonNode result = planned(body("", "{\"customerId\": \"A\", \"columns\": {\"region\": null}}", willing("B")))
                .path("results")
                .path(0);

        assertThat(result.path("cause").textValue()).isEqualTo("excluded");
        assertThat(plan(body("", "{\"customerId\": \"B\", \"columns\": {\"region\": null}}"))
                        .code())
                .as("who does not object needs them")
                .isEqualTo("missing_required");
    }

    /** Whoever did not hear the answer may ask again, however late. */
    @Test
    void areTheSameWhenAskedForAgainAfterTheirScoresHaveExpired() {
        String body = body(", \"asOf\": \"" + TestServer.NOW.toString().substring(0, 10) + "\"", willing("A"));
        JsonNode first = planned(body);
        server.close();
        start("share: 0}", TestServer.NOW.plus(Duration.ofDays(60)));

        JsonNode again = planned(body);

        assertThat(again.path("repeated").booleanValue()).isTrue();
        assertThat(again.path("planId")).isEqualTo(first.path("planId"));
        assertThat(again.path("results")).isEqualTo(first.path("results"));
        assertThat(first.path("warnings")).isEmpty();
        assertThat(again.path("warnings")).singleElement().satisfies(warning -> {
            assertThat(warning.path("code").textValue()).isEqualTo("expired_work_items");
            assertThat(warning.path("pointer").textValue()).isEqualTo("/asOf");
            assertThat(warning.path("message").textValue()).startsWith(again.path("workItems") + " of the work items");
        });
        assertThat(plan(body.replace("\"asOf\"", "\"campaign\": \"other\", \"asOf\""))
                        .code())
                .as("of that day there is no such plan")
                .isEqualTo("stale");
    }

    @Test
    void needNoValuesOfWhoHasLeftByTheStore() {
        store.outcomes()
                .addAll(
                        List.of(OutcomesOf.left("o-1", "A", TestServer.NOW.minus(Duration.ofHours(1)))),
                        new Writing("test", TestServer.NOW));

        JsonNode plan = planned(body("", "{\"customerId\": \"A\", \"columns\": {\"region\": null}}", willing("B")));

        assertThat(plan.path("results").path(0).path("status").textValue()).isEqualTo("none");
        assertThat(plan.path("results").path(0).path("cause").textValue()).isEqualTo("already_left");
        assertThat(plan.path("results").path(1).path("status").textValue()).isEqualTo("planned");
        assertThat(planned(body(", \"campaign\": \"c\"", willing("A")))
                        .path("results")
                        .path(0)
                        .path("cause")
                        .textValue())
                .isEqualTo("already_left");
        assertThat(server.post("/v1/customers:export", "{\"customerId\": \"A\"}")
                        .json()
                        .path("data")
                        .path("prediction"))
                .as("nobody scores who has left")
                .isEmpty();
    }

    @Test
    void decideAnewAboutWhoGotNothing() {
        assertThat(planned(body(", \"capacities\": {\"desk\": 0}", willing("A")))
                        .path("results")
                        .path(0)
                        .path("cause")
                        .textValue())
                .isEqualTo("no_capacity");
        assertThat(care("A").path("status").textValue()).isEqualTo("none");

        planned(body(", \"campaign\": \"more hands\"", willing("A")));

        assertThat(care("A").path("status").textValue()).isEqualTo("recommended");
    }

    @Test
    void doNothingWithoutBudgetOrCapacity() {
        JsonNode poor = planned("{\"budget\": 0, \"customers\": [" + willing("A") + "]}");
        assertThat(poor.path("summary").path("planned").intValue()).isZero();
        assertThat(poor.path("summary").path("cost").doubleValue()).isZero();
        assertThat(poor.path("summary").path("causes").path("no_capacity").intValue())
                .isEqualTo(1);
        JsonNode idle = planned(body(", \"campaign\": \"c\", \"capacities\": {\"phone\": 0}", willing("A")));
        assertThat(idle.path("summary").path("planned").intValue()).isZero();
        assertThat(idle.path("workItems").intValue()).isZero();
    }

    @Test
    void neverActOnWhoRefusedObjectsOrIsHeldOut() {
        Writing writing = new Writing("test", TestServer.NOW);
        Instant before = TestServer.NOW.minus(Duration.ofDays(1));
        store.contacts().consent(new Consent("out", Consent.CARE, Consent.ALL, false, before, "call"), writing);
        store.contacts().consent(new Consent("no-phone", Consent.CARE, "phone", false, before, "call"), writing);
        store.contacts()
                .consent(new Consent("objects", Consent.PROFILING, Consent.ALL, false, before, "call"), writing);

        JsonNode results = planned(body(
                        "",
                        willing("out"),
                        willing("no-phone"),
                        willing("objects"),
                        customer("out by column", "\"region\": true")))
                .path("results");

        List<String> causes = new ArrayList<>();
        results.forEach(result -> causes.add(result.path("cause").textValue()));
        assertThat(causes).containsExactly("opted_out", "no_channel", "excluded", "opted_out");
        ObjectNode export = (ObjectNode) server.post("/v1/customers:export", "{\"customerId\": \"objects\"}")
                .json();
        assertThat(export.path("data").path("prediction")).as(export.toString()).isEmpty();

        restart("share: 1}");
        JsonNode shadow = planned(body(", \"campaign\": \"shadows\"", willing("H")));
        assertThat(shadow.path("results").path(0).path("status").textValue()).isEqualTo("withheld");
        assertThat(shadow.path("results").path(0).path("action").textValue()).isEqualTo("bill-review");
        assertThat(shadow.path("results").path(0).path("text").textValue()).isEmpty();
        assertThat(care("H").path("status").textValue()).isEqualTo("withheld");
        assertThat(items("H")).isEmpty();
        server.post("/v1/customers:merge", "{\"from\": \"H\", \"into\": \"known by a new id\"}");

        // The lot says otherwise now, the store remembers.
        restart("share: 0}");
        JsonNode still = planned(body(", \"campaign\": \"later\"", willing("known by a new id")))
                .path("results")
                .path(0);
        assertThat(still.path("status").textValue()).isNotEqualTo("planned");
        assertThat(items("known by a new id")).isEmpty();
    }

    @Test
    void decideOnceAboutTwoIdsOfOneCustomer() {
        server.post("/v1/customers:merge", "{\"from\": \"old\", \"into\": \"new\"}");
        String body = body("", willing("old"), willing("new"), willing("B"));

        JsonNode plan = planned(body);

        assertThat(plan.path("summary").path("planned").intValue()).isEqualTo(2);
        assertThat(plan.path("workItems").intValue()).isEqualTo(2);
        assertThat(plan.path("results").path(0).path("status").textValue()).isEqualTo("planned");
        assertThat(plan.path("results").path(1).path("cause").textValue()).isEqualTo("earlier_decision");
        assertThat(plan.path("results").path(1).path("decisionId").isNull()).isTrue();
        assertThat(care("new").path("decisionId"))
                .isEqualTo(plan.path("results").path(0).path("decisionId"));
        assertThat(planned(body).path("results")).as("asked again").isEqualTo(plan.path("results"));
    }

    @Test
    void sayWhatIsWrongAndKeepNothing() {
        refused("{\"customers\": [" + willing("A") + "]}", "missing_field", "/budget");
        refused("{\"budget\": -1, \"customers\": [" + willing("A") + "]}", "bad_value", "/budget");
        refused(body(", \"capacities\": {\"dsk\": 1}", willing("A")), "unknown_capacity", "/capacities/dsk");
        refused(body(", \"capacities\": {\"desk\": -1}", willing("A")), "bad_value", "/capacities/desk");
        refused(body(", \"asOf\": \"2999-01-01\"", willing("A")), "bad_value", "/asOf");
        refused(body(", \"listCampaign\": \"may\"", willing("A")), "missing_field", "/listCustomers");
        refused(body(", \"asOf\": \"2020-01-01\"", willing("A")), "stale", "/asOf");
        refused(body(", \"budgets\": 1", willing("A")), "unknown_field", "/budgets");
        refused(body("", willing("A"), willing("A")), "duplicate_id", "/customers/1/customerId");
        refused(body("", "7"), "wrong_type", "/customers/0");
        refused(body("", willing("A").replace("{\"cust", "{\"x\": 1, \"cust")), "unknown_field", "/customers/0/x");
        assertThat(plan(body("", willing("A").replace("{\"cust", "{\"x\": 1, \"cust")))
                        .json()
                        .path("detail")
                        .textValue())
                .contains("expected: customerId, asOf, features, columns");
        refused(body("", risky("A")), "missing_field", "/customers/0/columns/region");
        refused(body("", customer("A", "\"region\": \"perhaps\"")), "bad_value", "/customers/0/columns");
        refused(body("", customer("A", "\"region\": false, \"x\": 1")), "unknown_field", "/customers/0/columns/x");
        refused(
                body("", "{\"customerId\": 12, \"columns\": {\"region\": false}}"),
                "id_invalid",
                "/customers/0/customerId");
        refused(body(""), "bad_value", "/customers");
        assertThat(care("A").path("status").textValue()).isEqualTo("not_planned");
    }

    private void refused(String body, String code, String pointer) {
        Reply reply = plan(body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(422);
        assertThat(reply.code()).as(reply.text()).isEqualTo(code);
        assertThat(reply.json().path("pointer").textValue()).isEqualTo(pointer);
        assertThat(reply.json().path("detail").textValue()).contains("(expected: ");
    }

    @Test
    void areMadeByTheModelAndPlaybookThatAreMeantOrNotAtAll() {
        JsonNode plan = planned(body("", willing("A")));
        String meant = ", \"modelDigest\": " + plan.path("modelDigest") + ", \"playbookDigest\": "
                + plan.path("playbookDigest");

        assertThat(planned(body(meant, willing("A"))).path("repeated").booleanValue())
                .isTrue();
        refused(body(", \"modelDigest\": \"0\", \"campaign\": \"c\"", willing("B")), "other_model", "/modelDigest");
        refused(
                body(", \"playbookDigest\": \"0\", \"campaign\": \"c\"", willing("B")),
                "other_playbook",
                "/playbookDigest");
        assertThat(care("B").path("status").textValue()).isEqualTo("not_planned");
    }

    @Test
    void sayWhatElseCouldHaveBeenChosenAndAllSteps() {
        JsonNode decision = planned(body("", willing("A"))).path("results").path(0);

        assertThat(decision.path("steps")).hasSize(1);
        assertThat(decision.path("steps").path(0).path("text")).isEqualTo(decision.path("text"));
        assertThat(decision.path("steps").path(0).path("dueAt")).isEqualTo(decision.path("dueAt"));
        assertThat(decision.path("evidence").textValue()).isEqualTo("unproven");
        assertThat(decision.path("candidates").path(0).path("action").textValue())
                .isEqualTo("bill-review");
        assertThat(decision.path("candidates").path(0).path("expectedGain"))
                .isEqualTo(decision.path("gain").path("expected"));
        assertThat(decision.path("candidates").path(1).path("action").textValue())
                .isEqualTo("nothing");

        restart("share: 1}");
        JsonNode shadow = planned(body(", \"campaign\": \"shadows\"", willing("H")))
                .path("results")
                .path(0);
        assertThat(shadow.path("steps").path(0).path("channel").textValue()).isEqualTo("phone");
        assertThat(shadow.path("steps").path(0).path("dueAt").isNull()).isTrue();
        assertThat(shadow.path("steps").path(0).path("text").textValue()).isEmpty();
    }

    @Test
    void speakChinese() {
        JsonNode plan = planned(body(", \"language\": \"zh-CN\"", willing("A")));

        assertThat(plan.path("results").path(0).path("text").textValue()).isEqualTo("核对账单。");
        assertThat(plan.path("results").path(0).path("explanation").toString()).contains("与不采取行动相比");
    }

    @Test
    void areOverriddenByActionsOfThePlaybook() {
        String body = "{\"decisionId\": \"d-0\", \"agent\": \"sue\", \"reason\": \"gave a gift\"%s}";
        Reply unknown = server.post("/v1/decisions:override", body.formatted(", \"action\": \"gift\""));

        assertThat(unknown.status()).as(unknown.text()).isEqualTo(422);
        assertThat(unknown.json().path("pointer").textValue()).isEqualTo("/action");
        assertThat(unknown.text()).contains("bill-review", "or none, with what was done in the reason");
        for (String taken : List.of("", ", \"action\": \"bill-review\"")) {
            assertThat(server.post("/v1/decisions:override", body.formatted(taken))
                            .code())
                    .isEqualTo("no_such_decision");
        }
    }

    @Test
    void needAPlaybookToPlanBy() {
        server.close();
        server = TestServer.start(directory, settings -> settings.withStore(TestDatabase.sqlite(directory)));

        Reply reply = plan(body("", willing("A")));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo("no_plans");
    }
}
