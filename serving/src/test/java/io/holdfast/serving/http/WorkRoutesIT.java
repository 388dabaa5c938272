package io.holdfast.serving.http;

import static io.holdfast.serving.http.Customers.request;
import static io.holdfast.serving.http.Customers.risky;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.serving.store.PlansOf;
import io.holdfast.serving.work.Attempt;
import io.holdfast.serving.work.Disposition;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The work list over HTTP: who has an item, and what came of it. */
final class WorkRoutesIT extends StoreServer {
    @Test
    void letOneOfTwoAgentsHaveAnItem() throws Exception {
        keep("plan-1", PlansOf.planned("d-1", "A"));
        String item = firstItem().path("itemId").textValue();
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<Future<Reply>> replies = new ArrayList<>();
        for (String agent : List.of("ann", "bob")) {
            replies.add(pool.submit(() -> {
                together.await();
                return server.post("/v1/work-items:claim", json(Map.of("itemId", item, "agent", agent)));
            }));
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Reply> reply : replies) {
            statuses.add(reply.get().status());
            if (reply.get().status() == 409) {
                assertThat(reply.get().code()).isEqualTo("already_claimed");
            }
        }
        pool.shutdown();
        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void workAnItemOff() {
        keep("plan-1", PlansOf.planned("d-1", "A"));
        String item = firstItem().path("itemId").textValue();
        String attempt = json(
                Map.of("attemptId", "a-1", "itemId", item, "agent", "ann", "disposition", "accepted", "note", "glad"));

        assertThat(server.post("/v1/work-items:disposition", attempt).code()).isEqualTo("not_claimed");
        server.post("/v1/work-items:claim", json(Map.of("itemId", item, "agent", "ann")));
        Reply done = server.post("/v1/work-items:disposition", attempt);
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.json().path("item").path("status").textValue()).isEqualTo("closed");
        Reply again = server.post("/v1/work-items:disposition", attempt);
        assertThat(again.json().path("item")).isEqualTo(done.json().path("item"));
        JsonNode over = lookup("A");
        assertThat(over.path("care").path("status").textValue()).isEqualTo("not_planned");
        assertThat(over.path("care").path("cause").textValue()).isEqualTo("done");
        assertThat(over.path("care").path("decisionId").textValue()).isEqualTo("d-1");
        assertThat(over.path("work").path("disposition").textValue()).isEqualTo("accepted");
        assertThat(over.path("work").path("claimedBy").textValue()).isEqualTo("ann");
        assertThat(over.path("lastContact").path("direction").textValue()).isEqualTo("outbound");
        assertThat(over.toString()).as("notes are for who reads the work list").doesNotContain("glad");
        assertThat(server.score(request(risky("A"))).result(0).path("care")).isEqualTo(over.path("care"));
        assertThat(server.post("/v1/work-items:query", "{\"status\": \"closed\"}")
                        .json()
                        .path("items")
                        .path(0)
                        .path("note")
                        .textValue())
                .isEqualTo("glad");
        assertThat(server.post("/v1/work-items:claim", json(Map.of("itemId", "x", "agent", "ann")))
                        .status())
                .isEqualTo(404);
        Reply callBack = server.post(
                "/v1/work-items:disposition",
                json(Map.of(
                        "attemptId",
                        "a-2",
                        "itemId",
                        item,
                        "agent",
                        "ann",
                        "disposition",
                        "reached",
                        "callBackAt",
                        "2026-02-01T10:00:00Z")));
        assertThat(callBack.status()).isEqualTo(422);
        assertThat(callBack.json().path("pointer").textValue()).isEqualTo("/callBackAt");
    }

    @Test
    void turnPagesByCursor() {
        for (int i = 0; i < 7; i++) {
            keep("plan-" + i, PlansOf.planned("d-" + i, "C-" + i));
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Reply page = server.post(
                    "/v1/work-items:query",
                    cursor.isEmpty() ? "{\"limit\": 3}" : json(Map.of("limit", 3, "cursor", cursor)));
            page.json()
                    .path("items")
                    .forEach(item -> seen.add(item.path("customerId").textValue()));
            cursor = page.json().path("cursor").textValue();
        }
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        for (String wrong : List.of("x", "AAAA", "%%%", "MTox")) {
            Reply refused = server.post("/v1/work-items:query", json(Map.of("cursor", wrong)));
            assertThat(refused.status()).as(wrong).isEqualTo(422);
            assertThat(refused.json().path("pointer").textValue()).isEqualTo("/cursor");
        }
    }

    @Test
    void listAndHandUp() {
        keep("plan-1", PlansOf.planned("d-1", "A"));
        String item = firstItem().path("itemId").textValue();
        server.post("/v1/owners:mark", "{\"owner\": \"agent-7\", \"left\": true}");
        assertThat(server.post("/v1/work-items:query", "{\"ownerLeft\": true}")
                        .json()
                        .path("items"))
                .hasSize(1);
        Reply up = server.post(
                "/v1/work-items:escalate", json(Map.of("itemId", item, "agent", "ann", "team", "supervisors")));
        assertThat(up.json().path("item").path("team").textValue()).isEqualTo("supervisors");
        server.post("/v1/work-items:claim", json(Map.of("itemId", item, "agent", "sue")));
        assertThat(server.post("/v1/work-items:release", json(Map.of("itemId", item, "agent", "sue")))
                        .json()
                        .path("item")
                        .path("status")
                        .textValue())
                .isEqualTo("open");
        Reply overridden = server.post(
                "/v1/decisions:override",
                json(Map.of("decisionId", "d-1", "agent", "sue", "reason", "on holiday until May")));
        assertThat(overridden.status()).isEqualTo(200);
        JsonNode care = lookup("A").path("care");
        assertThat(care.path("status").textValue()).isEqualTo("not_planned");
        assertThat(care.path("cause").textValue())
                .as("nobody cared, so that nothing is done")
                .isEqualTo("overridden");
        assertThat(care.path("decisionId").textValue()).isEqualTo("d-1");
    }

    @Test
    void warnOfATeamThatNoWorkIsFor() {
        Reply early = server.post("/v1/work-items:query", "{\"team\": \"retention\"}");
        keep("plan-1", PlansOf.planned("d-1", "A"));

        JsonNode slip =
                server.post("/v1/work-items:query", "{\"team\": \"retentoin\"}").json();
        assertThat(slip.path("items")).isEmpty();
        assertThat(slip.path("warnings")).hasSize(1);
        assertThat(slip.path("warnings").path(0).path("code").textValue()).isEqualTo("unknown_team");
        assertThat(slip.path("warnings").path(0).path("pointer").textValue()).isEqualTo("/team");
        assertThat(slip.path("warnings").path(0).path("message").textValue()).contains("expected: retention");
        assertThat(early.json().path("warnings").path(0).path("message").textValue())
                .contains("expected: a plan first");
        assertThat(server.post("/v1/work-items:query", "{\"team\": \"x\", \"language\": \"zh-CN\"}")
                        .json()
                        .path("warnings")
                        .path(0)
                        .path("message")
                        .textValue())
                .contains("应为：retention");
        for (String query :
                List.of("{}", "{\"team\": \"retention\"}", "{\"team\": \"retention\", \"status\": \"closed\"}")) {
            assertThat(server.post("/v1/work-items:query", query).json().path("warnings"))
                    .as(query)
                    .isEmpty();
        }
    }

    @Test
    void takeACallBackOnlyForAsLongAsSomebodySeesTheItem() {
        keep("plan-1", PlansOf.planned("d-1", "A"));
        String item = firstItem().path("itemId").textValue();
        server.post("/v1/work-items:claim", json(Map.of("itemId", item, "agent", "ann")));

        Reply past = callBack(item, PlansOf.NOW.minus(Duration.ofDays(2)));
        Reply late = callBack(item, PlansOf.NOW.plus(Duration.ofDays(30)));
        assertThat(past.code()).isEqualTo("call_back_too_early");
        assertThat(past.json().path("pointer").textValue()).isEqualTo("/callBackAt");
        assertThat(late.code()).isEqualTo("call_back_too_late");
        assertThat(late.json().path("pointer").textValue()).isEqualTo("/callBackAt");
        assertThat(firstItem().path("attempts").intValue()).isZero();

        assertThat(callBack(item, PlansOf.NOW.truncatedTo(ChronoUnit.DAYS)).status())
                .as("today, without an hour")
                .isEqualTo(200);
    }

    @Test
    void takeARepeatAfterTheTimeOfItsCallBack() {
        keep("plan-1", PlansOf.planned("d-1", "A"));
        String item = firstItem().path("itemId").textValue();
        Instant passed = PlansOf.NOW.minus(Duration.ofDays(2));
        Attempt noted = new Attempt(
                "a-" + passed, item, "ann", Disposition.NO_ANSWER, Optional.of(passed), "", Optional.empty());
        store.work().attemptAll(List.of(noted), PlansOf.at(passed.minus(Duration.ofDays(1))));

        assertThat(callBack(item, passed).status()).isEqualTo(200);
        assertThat(firstItem().path("attempts").intValue()).isEqualTo(1);
    }

    private Reply callBack(String item, Instant at) {
        return server.post(
                "/v1/work-items:disposition",
                json(Map.of(
                        "attemptId",
                        "a-" + at,
                        "itemId",
                        item,
                        "agent",
                        "ann",
                        "disposition",
                        "no_answer",
                        "callBackAt",
                        at.toString())));
    }

    @Test
    void refuseAnAgentWithoutANameAndAChannelThatThereIsNot() {
        keep("plan-1", PlansOf.planned("d-1", "A"));
        String item = firstItem().path("itemId").textValue();

        for (String blank : List.of(" ", "\t", "\u00a0\u3000")) {
            Reply reply = server.post("/v1/work-items:claim", json(Map.of("itemId", item, "agent", blank)));
            assertThat(reply.status()).isEqualTo(422);
            assertThat(reply.json().path("pointer").textValue()).isEqualTo("/agent");
        }
        Reply fax = server.post("/v1/work-items:query", "{\"channel\": \"fax\"}");
        assertThat(fax.status()).isEqualTo(422);
        assertThat(fax.json().path("detail").textValue()).contains("phone");
    }

    @Test
    void noteManyAttemptsEachAlone() {
        keep("plan-1", PlansOf.planned("d-1", "A"), PlansOf.planned("d-2", "B"), PlansOf.planned("d-3", "C"));
        List<String> items = new ArrayList<>();
        server.post("/v1/work-items:query", "{}")
                .json()
                .path("items")
                .forEach(item -> items.add(item.path("itemId").textValue()));
        server.post("/v1/work-items:claim", json(Map.of("itemId", items.get(1), "agent", "bob")));
        List<Map<String, String>> rows = List.of(
                attempt("a-0", items.get(0), "accepted", "2026-01-31T09:00:00Z"),
                attempt("a-1", items.get(1), "accepted", "2026-01-31T09:00:00Z"),
                attempt("a-2", items.get(2), "glad", "2026-01-31T09:00:00Z"),
                attempt("a-3", items.get(2), "no_answer", "2026-02-01T09:00:00Z"),
                attempt("a-4", items.get(2), "no_answer", "2026-01-31T10:00:00Z"));

        Reply once = server.post("/v1/work-attempts", json(Map.of("attempts", rows)));
        Reply twice = server.post("/v1/work-attempts", json(Map.of("attempts", rows)));

        assertThat(once.status()).as(once.text()).isEqualTo(200);
        assertThat(once.statuses()).containsExactly("written", "refused", "refused", "refused", "written");
        assertThat(twice.statuses()).containsExactly("unchanged", "refused", "refused", "refused", "unchanged");
        assertThat(once.result(1).path("error").path("code").textValue()).isEqualTo("already_claimed");
        assertThat(once.result(2).path("error").path("pointer").textValue()).isEqualTo("/attempts/2/disposition");
        assertThat(once.result(3).path("error").path("code").textValue()).isEqualTo("in_future");
        assertThat(once.json().path("summary").path("refused").intValue()).isEqualTo(3);
        assertThat(server.post("/v1/work-attempts", "{\"attempts\": []}").status())
                .isEqualTo(422);
    }

    private static Map<String, String> attempt(String id, String item, String disposition, String at) {
        return Map.of("attemptId", id, "itemId", item, "agent", "ann", "disposition", disposition, "occurredAt", at);
    }
}
