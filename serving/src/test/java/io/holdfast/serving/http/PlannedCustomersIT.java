package io.holdfast.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.serving.store.Consent;
import io.holdfast.serving.store.OutcomesOf;
import io.holdfast.serving.store.Writing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What plans know of customers by the store: who objects, has left, is held out or is another one. */
final class PlannedCustomersIT extends PlanServer {
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
}
