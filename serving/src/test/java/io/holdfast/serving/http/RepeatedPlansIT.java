package io.holdfast.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.serving.store.Consent;
import io.holdfast.serving.store.Writing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Plans that are asked for again, and what stands of earlier ones. */
final class RepeatedPlansIT extends PlanServer {
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
        String[] customers = ids.stream().map(PlanServer::willing).toArray(String[]::new);
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
}
