package io.holdfast.serving.http;

import static io.holdfast.serving.http.Customers.request;
import static io.holdfast.serving.http.Customers.risky;
import static io.holdfast.serving.http.Customers.safe;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.serving.store.Contact;
import io.holdfast.serving.store.FullDisk;
import io.holdfast.serving.store.NewDecision;
import io.holdfast.serving.store.PlansOf;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.TestDatabase;
import io.holdfast.serving.work.Attempt;
import io.holdfast.serving.work.Disposition;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the routes of a server with a store do. */
final class StoreRoutesIT {
    private static final List<String> DIFFICULT_IDS =
            List.of("+8613800138000", "0012345", "P/2024/001", "-A7", "001D000001ABCDeFGH", "客户-张三");

    @TempDir
    Path directory;

    private TestServer server;
    private Store store;

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

    private void keep(String planId, NewDecision... decisions) {
        store.plans().keep(PlansOf.plan(planId, decisions), PlansOf.WRITING);
    }

    private JsonNode lookup(String id) {
        Reply reply = server.post("/v1/care:lookup", json(Map.of("customerIds", List.of(id))));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.result(0);
    }

    private JsonNode firstItem() {
        return server.post("/v1/work-items:query", "{}").json().path("items").path(0);
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void giveOneCustomerOneAnswer() {
        keep("plan-1", PlansOf.planned("d-1", "A"), PlansOf.withheld("d-2", "B"));

        JsonNode planned = lookup("A");
        assertThat(planned.path("care").path("status").textValue()).isEqualTo("recommended");
        assertThat(planned.path("care").path("text").textValue()).isEqualTo("Go through the bill.");
        assertThat(planned.path("care").path("decisionId").textValue()).isEqualTo("d-1");
        assertThat(planned.path("holdOut").path("arm").textValue()).isEqualTo("treated");
        JsonNode shadow = lookup("B");
        assertThat(shadow.path("care").path("status").textValue()).isEqualTo("withheld");
        assertThat(shadow.path("care").path("text").textValue()).isEmpty();
        assertThat(shadow.path("care").path("action").isNull()).isTrue();
        assertThat(shadow.path("care").path("channel").isNull()).isTrue();
        assertThat(shadow.path("explanation")).isEmpty();
        assertThat(shadow.path("holdOut").path("arm").textValue()).isEqualTo("held-out");
        JsonNode unknown = lookup("C");
        assertThat(unknown.path("care").path("status").textValue()).isEqualTo("not_planned");
        assertThat(unknown.path("holdOut").isNull()).isTrue();
        assertThat(unknown.path("known").booleanValue()).isFalse();
        assertThat(unknown.path("care").path("cause").isNull()).isTrue();
        assertThat(unknown.path("work").isNull()).isTrue();
        assertThat(unknown.path("lastContact").isNull()).isTrue();
        assertThat(planned.path("known").booleanValue()).isTrue();
        assertThat(planned.path("work").path("status").textValue()).isEqualTo("open");
        assertThat(shadow.path("say")).isEmpty();

        Reply scores = server.score(request(risky("A"), risky("B"), safe("C")));
        assertThat(scores.result(0).path("care")).isEqualTo(planned.path("care"));
        assertThat(scores.result(1).path("care")).isEqualTo(shadow.path("care"));
        assertThat(scores.result(2).path("care")).isEqualTo(unknown.path("care"));

        Reply chinese = server.post("/v1/care:lookup", "{\"customerIds\": [\"A\"], \"language\": \"zh-HK\"}");
        assertThat(chinese.header("Content-Language")).isEqualTo("zh-CN");
        assertThat(chinese.result(0).path("care").path("text").textValue()).isEqualTo("核对账单。");
    }

    @Test
    void takeIdsByteForByte() {
        for (String id : DIFFICULT_IDS) {
            keep("plan " + id, PlansOf.planned("d " + id, id));
            JsonNode care = lookup(id);
            assertThat(care.path("customerId").textValue()).isEqualTo(id);
            assertThat(care.path("care").path("decisionId").textValue()).isEqualTo("d " + id);
            Reply items = server.post("/v1/work-items:query", json(Map.of("customerId", id)));
            assertThat(items.json().path("items").path(0).path("customerId").textValue())
                    .isEqualTo(id);
            Reply export = server.post("/v1/customers:export", json(Map.of("customerId", id)));
            assertThat(export.json()
                            .path("data")
                            .path("decision")
                            .path(0)
                            .path("given_id")
                            .textValue())
                    .isEqualTo(id);
        }
        Reply number = server.post("/v1/care:lookup", "{\"customerIds\": [12345]}");
        assertThat(number.status()).isEqualTo(422);
        assertThat(number.json().path("pointer").textValue()).isEqualTo("/customerIds/0");
        assertThat(number.code()).isEqualTo("id_invalid");
    }

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
    void takeEachReportAlone() {
        String good = """
            {"contactId": "k-1", "customerId": "A", "kind": "service", "direction": "inbound", "channel": "phone",
             "occurredAt": "2026-01-30T09:00:00+08:00", "reportedAt": "2026-01-31T01:00:00Z"}\
            """;
        String body = "{\"contacts\": [" + good + ", " + good.replace("\"phone\"", "\"pigeon\"") + ", " + good + ", "
                + good.replace("2026-01-30", "2027-01-30").replace("k-1", "k-2") + ", "
                + good.replace("inbound", "outbound") + "]}";

        Reply reply = server.post("/v1/contacts", body, "Accept-Language", "zh-CN");

        assertThat(reply.statuses()).containsExactly("written", "refused", "unchanged", "refused", "refused");
        assertThat(reply.result(1).path("error").path("pointer").textValue()).isEqualTo("/contacts/1/channel");
        assertThat(reply.result(1).path("error").path("message").textValue()).contains("应为");
        assertThat(reply.result(3).path("error").path("code").textValue()).isEqualTo("in_future");
        assertThat(reply.result(4).path("error").path("code").textValue()).isEqualTo("contact_exists");
        assertThat(reply.json().path("summary").path("refused").intValue()).isEqualTo(3);
    }

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

    private void claim(String item) {
        Reply reply = server.post("/v1/work-items:claim", json(Map.of("itemId", item, "agent", "ann")));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
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

    @Test
    void mergeExportAndErase() {
        keep("plan-1", PlansOf.withheld("d-1", "A"));
        keep("plan-2", PlansOf.planned("d-2", "B"));

        Reply merged = server.post("/v1/customers:merge", "{\"from\": \"B\", \"into\": \"A\"}");
        assertThat(merged.json().path("changed").booleanValue()).isTrue();
        assertThat(lookup("B").path("currentId").textValue()).isEqualTo("A");
        assertThat(lookup("B").path("holdOut").path("mixed").booleanValue()).isTrue();
        assertThat(server.post("/v1/customers:merge", "{\"from\": \"A\", \"into\": \"A\"}")
                        .status())
                .isEqualTo(422);

        assertThat(server.post("/v1/customers:export", "{\"customerId\": \"B\"}")
                        .json()
                        .path("data")
                        .path("decision"))
                .hasSize(2);
        assertThat(server.post("/v1/customers:erase", "{\"customerId\": \"B\"}")
                        .json()
                        .path("rows")
                        .intValue())
                .isPositive();
        assertThat(server.post("/v1/customers:erase", "{\"customerId\": \"B\"}")
                        .json()
                        .path("rows")
                        .intValue())
                .isZero();
        Reply gone = server.post("/v1/customers:export", "{\"customerId\": \"A\"}");
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.code()).isEqualTo("no_such_customer");
    }

    @Test
    void nameTheIdThatStaysWhicheverWayTwoIdsAreMergedAgain() {
        keep("plan-1", PlansOf.planned("d-1", "A"));
        server.post("/v1/customers:merge", "{\"from\": \"A\", \"into\": \"B\"}");

        Reply again = server.post("/v1/customers:merge", "{\"from\": \"B\", \"into\": \"A\"}");
        Reply third = server.post("/v1/customers:merge", "{\"from\": \"C\", \"into\": \"A\"}");

        assertThat(again.json().path("customerId").textValue()).isEqualTo("B");
        assertThat(again.json().path("changed").booleanValue()).isFalse();
        assertThat(third.json().path("customerId").textValue()).isEqualTo("B");
        assertThat(third.json().path("changed").booleanValue()).isTrue();
        assertThat(lookup("C").path("currentId").textValue()).isEqualTo("B");
    }

    @Test
    void sayWhatIsRefusedInTheLanguageOfTheBody() {
        keep("plan-1", PlansOf.planned("d-1", "A"));
        String item = firstItem().path("itemId").textValue();
        server.post("/v1/work-items:claim", json(Map.of("itemId", item, "agent", "ann")));

        Reply taken = server.post(
                "/v1/work-items:claim",
                json(Map.of("itemId", item, "agent", "bob", "language", "zh-CN")),
                "Accept-Language",
                "en");
        Reply unknown = server.post("/v1/customers:export", "{\"customerId\": \"N\", \"language\": \"zh-CN\"}");

        assertThat(taken.code()).isEqualTo("already_claimed");
        assertThat(taken.header("Content-Language")).isEqualTo("zh-CN");
        assertThat(taken.json().path("detail").textValue()).contains("应为");
        assertThat(unknown.code()).isEqualTo("no_such_customer");
        assertThat(unknown.json().path("detail").textValue()).contains("应为");
    }

    @Test
    void pointToTheIdThatNobodyKnows() {
        Reply claim = server.post("/v1/work-items:claim", json(Map.of("itemId", "x", "agent", "ann")));
        Reply attempts = server.post(
                "/v1/work-attempts",
                "{\"attempts\": [{\"attemptId\": \"a\", \"itemId\": \"x\", \"agent\": \"ann\", \"disposition\":"
                        + " \"reached\"}]}");

        assertThat(claim.json().path("pointer").textValue()).isEqualTo("/itemId");
        assertThat(attempts.result(0).path("error").path("pointer").textValue()).isEqualTo("/attempts/0/itemId");
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
    void refuseAContactReportedBeforeItHappened() {
        String contact = """
            {"contactId": "k-%d", "customerId": "A", "kind": "service", "direction": "inbound", "channel": "phone",
             "occurredAt": "%s", "reportedAt": "%s"}\
            """;
        String body = "{\"contacts\": ["
                + contact.formatted(1, "2026-01-30T09:00:00Z", "2026-01-01T00:00:00Z") + ", "
                + contact.formatted(2, "2026-01-30T09:00:00Z", "2026-12-30T00:00:00Z") + ", "
                + contact.formatted(3, "1970-01-01T00:00:00Z", "2026-01-30T00:00:00Z") + "]}";

        Reply reply = server.post("/v1/contacts", body);

        assertThat(reply.statuses()).containsOnly("refused");
        assertThat(reply.result(0).path("error").path("code").textValue()).isEqualTo("bad_value");
        assertThat(reply.result(1).path("error").path("code").textValue()).isEqualTo("in_future");
        assertThat(reply.result(2).path("error").path("message").textValue()).contains("out of range");
    }

    /** The clock stands at noon of the last of January, UTC; in the east February has begun. */
    @Test
    void takeAContactWhoseReportHasADayOnly() {
        String contact = """
            {"contactId": "k-%d", "customerId": "A", "kind": "service", "direction": "inbound", "channel": "phone",
             "occurredAt": "%s", "reportedAt": "%s"}\
            """;
        String body = "{\"contacts\": ["
                + contact.formatted(1, "2026-01-30T09:00:00Z", "2026-01-30T00:00:00Z") + ", "
                + contact.formatted(2, "2026-01-31T11:00:00Z", "2026-02-01T00:00:00Z") + ", "
                + contact.formatted(3, "2026-02-01T00:00:01Z", "2026-02-01T00:00:00Z") + ", "
                + contact.formatted(4, "2026-01-31T11:00:00Z", "2026-01-29T00:00:00Z") + ", "
                + contact.formatted(5, "2026-01-31T11:00:00Z", "2026-02-02T00:00:00Z") + ", "
                + contact.formatted(6, "2026-02-01T00:00:00Z", "2026-02-01T00:00:00Z") + ", "
                + contact.formatted(7, "2026-01-31T11:00:00Z", "2026-02-01T08:00:00+08:00") + ", "
                + contact.formatted(8, "2026-01-31T11:00:00Z", "2026-01-31T08:00:00+08:00") + ", "
                + contact.formatted(9, "2026-01-31T08:00:00+08:00", "2026-01-31T08:00:00+08:00") + "]}";

        Reply reply = server.post("/v1/contacts", body);

        assertThat(reply.statuses())
                .containsExactly(
                        "written", "written", "refused", "refused", "refused", "refused", "refused", "refused",
                        "written");
        assertThat(reply.result(2).path("error").path("pointer").textValue()).isEqualTo("/contacts/2/occurredAt");
        assertThat(reply.result(3).path("error").path("code").textValue()).isEqualTo("bad_value");
        assertThat(reply.result(4).path("error").path("code").textValue()).isEqualTo("in_future");
        assertThat(reply.result(6).path("error").path("code").textValue())
                .as("an hour of February")
                .isEqualTo("in_future");
        assertThat(reply.result(7).path("error").path("code").textValue())
                .as("reported three hours before it happened")
                .isEqualTo("bad_value");
    }

    @Test
    void refuseWhatIsNotOfTheContract() {
        Map<String, String> wrong = Map.of(
                "{}", "missing_field",
                "[]", "wrong_type",
                "{\"customerIds\": []}", "bad_value",
                "{\"customerIds\": \"A\"}", "wrong_type",
                "{\"customerIds\": [\"\"]}", "id_invalid",
                "{\"customerIds\": [\"A\"], \"x\": 1}", "unknown_field",
                "{\"customerIds\": [\"A\\u0000\"]}", "id_invalid");
        wrong.forEach((body, code) -> {
            Reply reply = server.post("/v1/care:lookup", body);
            assertThat(reply.status()).as(body).isEqualTo(422);
            assertThat(reply.code()).as(body).isEqualTo(code);
        });
        assertThat(server.post("/v1/care:lookup", "{").status()).isEqualTo(400);
        assertThat(server.post("/v1/care:lookup", "{\"customerIds\": [\"A\"], \"customerIds\": [\"B\"]}")
                        .json()
                        .path("detail")
                        .textValue())
                .startsWith("A name stands twice in one object at line 1, column ");
        assertThat(server.post("/v1/care:lookup", "{\"a\":1,\"a\":2}").status()).isEqualTo(400);
    }

    @Test
    void sayWhichMemberWasExpected() {
        Reply amiss = server.post("/v1/care:lookup", "{\"customers\": [\"A\"]}");
        assertThat(amiss.status()).isEqualTo(422);
        assertThat(amiss.code()).isEqualTo("unknown_field");
        assertThat(amiss.json().path("pointer").textValue()).isEqualTo("/customers");
        assertThat(amiss.json().path("detail").textValue()).contains("expected:", "customerIds");
        Reply nothing = server.post("/v1/care:lookup", "{\"language\": \"zh-CN\"}");
        assertThat(nothing.code()).isEqualTo("missing_field");
        assertThat(nothing.json().path("detail").textValue()).contains("缺少字段 customerIds");
    }

    @Test
    void tellWhatMayBeAskedOfWhoGetsCare() {
        String reasons = """
                [{"code": "price", "impact": 0.4, "share": 0.9, "settled": true, "actionable": true},
                 {"code": "gone-since", "impact": 0.3, "share": 0.1, "settled": true, "actionable": true}]\
                """;
        store.plans().keep(PlansOf.planFor("plan-1", reasons, PlansOf.planned("d-1", "A")), PlansOf.WRITING);

        JsonNode say = lookup("A").path("say");

        assertThat(say).hasSize(1);
        assertThat(say.path(0).path("reason").textValue()).isEqualTo("price");
        assertThat(say.path(0).path("text").textValue()).isEqualTo("Is everything right with your bill?");
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

    @Test
    void answer503WhileTheDiskIsFullAndLoseNothing() {
        keep("plan-1", PlansOf.planned("d-1", "A"));
        FullDisk.fill(store);
        String note = "x".repeat(2000);
        List<String> taken = new ArrayList<>();
        List<Reply> refused = new ArrayList<>();
        for (int i = 0; i < 200 && refused.isEmpty(); i++) {
            String id = "k-" + i;
            Reply reply = server.post(
                    "/v1/contacts",
                    "{\"contacts\": [{\"contactId\": \"" + id
                            + "\", \"customerId\": \"A\", \"kind\": \"service\", \"direction\": \"inbound\","
                            + " \"channel\": \"phone\", \"occurredAt\": \"2026-01-30T09:00:00Z\", \"reportedAt\":"
                            + " \"2026-01-30T09:00:00Z\", \"note\": \"" + note + "\"}]}");
            if (reply.status() == 200) {
                taken.add(id);
            } else {
                refused.add(reply);
            }
        }
        assertThat(refused).hasSize(1);
        assertThat(refused.get(0).status()).isEqualTo(503);
        assertThat(refused.get(0).code()).isEqualTo("store_unavailable");
        assertThat(refused.get(0).header("Retry-After")).isEqualTo("2");
        assertThat(store.contacts().of("A")).extracting(Contact::contactId).containsExactlyInAnyOrderElementsOf(taken);
        assertThat(store.audit().verify().isWhole()).isTrue();
        assertThat(lookup("A").path("care").path("decisionId").textValue()).isEqualTo("d-1");
    }
}
