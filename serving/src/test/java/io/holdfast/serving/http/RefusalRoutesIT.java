package io.holdfast.serving.http;

import static io.holdfast.serving.http.Customers.request;
import static io.holdfast.serving.http.Customers.risky;
import static io.holdfast.serving.http.Customers.safe;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.serving.store.PlansOf;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who says no, or has left, is left alone by every route. */
final class RefusalRoutesIT extends StoreServer {
    @Test
    void stopCareForWhoSaysNo() {
        keep("plan-1", PlansOf.planned("d-1", "A"));
        Reply said = server.post(
                "/v1/consents",
                "{\"consents\": [{\"customerId\": \"A\", \"purpose\": \"care\", \"granted\": false,"
                        + " \"saidAt\": \"2026-01-31T09:00:00Z\", \"source\": \"call\"}]}");

        assertThat(said.statuses()).containsExactly("written");
        JsonNode care = lookup("A");
        assertThat(care.path("optedOut").booleanValue()).isTrue();
        assertThat(care.path("care").path("status").textValue()).isEqualTo("none");
        assertThat(care.path("care").path("cause").textValue()).isEqualTo("opted_out");
        assertThat(care.path("care").path("text").textValue()).isEmpty();
    }

    private void refuse(String customer, String purpose) {
        Reply said = server.post(
                "/v1/consents",
                "{\"consents\": [{\"customerId\": \"" + customer + "\", \"purpose\": \"" + purpose
                        + "\", \"granted\": false, \"saidAt\": \"2026-01-31T09:00:00Z\", \"source\": \"call\"}]}");
        assertThat(said.statuses()).containsExactly("written");
    }

    private void assertNoOpenWork(String item, String customer, String cause) {
        assertThat(server.post("/v1/work-items:query", "{}").json().path("items"))
                .isEmpty();
        JsonNode closed = server.post("/v1/work-items:query", "{\"status\": \"closed\"}")
                .json()
                .path("items");
        assertThat(closed).hasSize(1);
        assertThat(closed.path(0).path("status").textValue()).isEqualTo("closed");
        assertThat(closed.path(0).path("disposition").textValue()).isEqualTo(cause);
        Reply claimed = server.post("/v1/work-items:claim", json(Map.of("itemId", item, "agent", "ann")));
        assertThat(claimed.status()).isEqualTo(409);
        assertThat(claimed.code()).isEqualTo(cause);
        JsonNode told = lookup(customer);
        assertThat(told.path("care").path("status").textValue()).isEqualTo("none");
        assertThat(told.path("care").path("cause").textValue()).isEqualTo(cause);
        assertThat(told.path("care").path("text").textValue()).isEmpty();
        assertThat(told.path("say")).isEmpty();
        assertThat(told.path("work").path("status").textValue()).isEqualTo("closed");
        assertThat(told.path("work").path("disposition").textValue()).isEqualTo(cause);
    }

    @Test
    void handOutNoWorkForWhoSaysNo() {
        keep("plan-1", PlansOf.planned("d-1", "A"));
        String item = firstItem().path("itemId").textValue();

        refuse("A", "care");

        assertNoOpenWork(item, "A", "opted_out");
    }

    @Test
    void scoreNobodyWhoObjectsAndLeaveThemAlone() {
        keep("plan-1", PlansOf.planned("d-1", "A"), PlansOf.withheld("d-2", "B"));
        String item = firstItem().path("itemId").textValue();

        refuse("A", "profiling");

        assertNoOpenWork(item, "A", "profiling_objection");
        assertThat(lookup("A").path("explanation")).isEmpty();
        Reply scores = server.score(request(risky("B"), risky("A"), "{\"customerId\": \"A\"}", safe("C")));
        assertThat(scores.statuses()).containsExactly("ok", "excluded", "excluded", "ok");
        JsonNode excluded = scores.result(1);
        assertThat(excluded.path("error").path("code").textValue()).isEqualTo("profiling_objection");
        assertThat(excluded.path("error").path("pointer").textValue()).isEqualTo("/customers/1/customerId");
        assertThat(excluded.has("reasons")).isFalse();
        assertThat(excluded.has("care")).isFalse();
    }

    @Test
    void tellNothingOfWhatAScoreDecidedOfWhoObjects() {
        keep("plan-1", PlansOf.play("d-1", "A", 2), PlansOf.nothing("d-2", "B"), PlansOf.planned("d-3", "C"));
        String item = server.post("/v1/work-items:query", "{\"customerId\": \"A\"}")
                .json()
                .path("items")
                .path(0)
                .path("itemId")
                .textValue();
        claim(item);
        server.post(
                "/v1/work-items:disposition",
                json(Map.of("itemId", item, "agent", "ann", "attemptId", "a-1", "disposition", "reached")));
        assertThat(closedItems().path(0).path("gain").doubleValue()).isEqualTo(12.5);

        refuse("A", "profiling");
        refuse("B", "profiling");

        assertThat(closedItems()).hasSize(2).allSatisfy(each -> {
            assertThat(each.path("customerId").textValue()).isEqualTo("A");
            assertThat(each.path("gain").isNull()).isTrue();
            assertThat(each.path("text").textValue()).isEmpty();
            assertThat(each.path("action").textValue()).isEmpty();
        });
        assertThat(firstItem().path("text").textValue()).as("of others").isNotEmpty();
        JsonNode nothing = lookup("B");
        assertThat(nothing.path("care").path("status").textValue()).isEqualTo("none");
        assertThat(nothing.path("care").path("cause").textValue()).isEqualTo("profiling_objection");
        assertThat(nothing.path("explanation")).isEmpty();
        assertThat(nothing.path("say")).isEmpty();
    }

    private JsonNode closedItems() {
        return server.post("/v1/work-items:query", "{\"status\": \"closed\"}")
                .json()
                .path("items");
    }

    @Test
    void scoreNobodyWhoHasLeftUntilTheyReturn() {
        keep("plan-1", PlansOf.planned("d-1", "A"));
        String item = firstItem().path("itemId").textValue();
        String outcome = "{\"outcomes\": [{\"outcomeId\": \"%s\", \"customerId\": \"A\", \"kind\": \"%s\"%s,"
                + " \"occurredAt\": \"2026-01-31T0%d:00:00Z\", \"reportedAt\": \"2026-01-31T09:00:00Z\"}]}";

        server.post("/v1/outcomes", outcome.formatted("o-1", "left", ", \"leaveType\": \"voluntary\"", 7));

        assertNoOpenWork(item, "A", "already_left");
        Reply scores = server.score(request(safe("C"), risky("A")));
        assertThat(scores.statuses()).containsExactly("ok", "excluded");
        assertThat(scores.result(1).path("error").path("code").textValue()).isEqualTo("already_left");
        assertThat(scores.result(1).path("error").path("pointer").textValue()).isEqualTo("/customers/1/customerId");
        server.post("/v1/outcomes", outcome.formatted("o-2", "returned", "", 8));
        assertThat(server.score(request(risky("A"))).statuses()).containsExactly("ok");
        assertThat(lookup("A").path("care").path("status").textValue()).isEqualTo("recommended");
        assertThat(firstItem().path("status").textValue()).isEqualTo("open");
    }

    @Test
    void stopCareForWhoSaysNoAndYesAtOneMoment() {
        keep("plan-1", PlansOf.planned("d-1", "A"));
        String word =
                "{\"customerId\": \"A\", \"purpose\": \"care\", \"granted\": %s, \"saidAt\": \"%s\", \"source\": \"call\"}";
        Reply said = server.post(
                "/v1/consents",
                "{\"consents\": ["
                        + word.formatted(false, "2026-01-31T00:00:00Z") + ", "
                        + word.formatted(true, "2026-01-31T08:00:00+08:00") + ", "
                        + word.formatted(true, "2026-02-01T00:00:00Z") + "]}");

        assertThat(said.statuses())
                .as("a day that has not come by UTC is refused")
                .containsExactly("written", "unchanged", "refused");
        assertThat(lookup("A").path("optedOut").booleanValue()).isTrue();
    }
}
