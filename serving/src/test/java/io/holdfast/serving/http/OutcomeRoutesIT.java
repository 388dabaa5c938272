package io.holdfast.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.serving.store.FullDisk;
import io.holdfast.serving.store.PlansOf;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.TestDatabase;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What became of customers, over HTTP. */
final class OutcomeRoutesIT {
    private static final String LEFT = "{\"customerId\": \"A\", \"kind\": \"left\", \"leaveType\": \"voluntary\","
            + " \"occurredAt\": \"2026-01-30T08:00:00Z\", \"reportedAt\": \"2026-01-31T08:00:00Z\"}";

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

    @Test
    void canBePutAgainAndAgain() {
        store.plans().keep(PlansOf.plan("plan-1", PlansOf.planned("d-1", "A")), PlansOf.WRITING);
        Reply first = server.put("/v1/outcomes/o-1", LEFT);
        Reply second = server.put("/v1/outcomes/o-1", LEFT);
        String other = LEFT.replace("voluntary", "natural");
        Reply conflict = server.put("/v1/outcomes/o-1", other);
        Reply corrected = server.put("/v1/outcomes/o-1", other.replace("{\"cust", "{\"supersedes\": \"o-1\", \"cust"));

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.json().path("status").textValue()).isEqualTo("written");
        assertThat(first.json().path("flags")).isEmpty();
        assertThat(second.json().path("status").textValue()).isEqualTo("unchanged");
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.code()).isEqualTo("outcome_exists");
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        assertThat(store.outcomes().of("A")).hasSize(1);
    }

    @Test
    void areTakenOrRefusedAlone() {
        String rows = "{\"outcomes\": ["
                + LEFT.replace("{\"cust", "{\"outcomeId\": \"o-1\", \"cust") + ", "
                + LEFT + ", "
                + LEFT.replace("{\"cust", "{\"outcomeId\": \"o-2\", \"decisionId\": \"d-0\", \"cust") + ", "
                + LEFT.replace("{\"cust", "{\"outcomeId\": \"o-3\", \"cust")
                        .replace("\"left\", \"leaveType\": \"voluntary\"", "\"margin\"")
                + ", "
                + LEFT.replace("{\"cust", "{\"outcomeId\": \"o-4\", \"cust").replace("01-31T08", "02-28T08") + ", "
                + LEFT.replace("{\"cust", "{\"outcomeId\": \"o-5\", \"cust").replace("2026-01-30", "2036-01-30") + "]}";
        Reply reply = server.post("/v1/outcomes", rows);

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        JsonNode summary = reply.json().path("summary");
        assertThat(summary.path("written").intValue()).isEqualTo(2);
        assertThat(summary.path("refused").intValue()).isEqualTo(4);
        requireRefused(reply, 1, "missing_field", "/outcomes/1/outcomeId");
        requireRefused(reply, 2, "no_such_decision", "/outcomes/2/decisionId");
        requireRefused(reply, 3, "missing_field", "/outcomes/3/amount");
        requireRefused(reply, 4, "in_future", "/outcomes/4/reportedAt");
        assertThat(reply.result(0).path("flags").toString()).isEqualTo("[\"unknown_customer\"]");
        assertThat(reply.result(5).path("flags").toString()).as("known by now").isEqualTo("[\"future\"]");
        assertThat(store.outcomes().of("A")).hasSize(2);
    }

    @Test
    void saySoWhereARowIsNoObject() {
        Reply reply = server.post(
                "/v1/outcomes",
                "{\"outcomes\": [1, " + LEFT.replace("{\"cust", "{\"outcomeId\": \"o-1\", \"cust")
                        + ", null, [\"o-2\"], \"o-3\"]}");

        assertThat(reply.statuses()).containsExactly("refused", "written", "refused", "refused", "refused");
        requireRefused(reply, 0, "wrong_type", "/outcomes/0");
        requireRefused(reply, 2, "wrong_type", "/outcomes/2");
        requireRefused(reply, 3, "wrong_type", "/outcomes/3");
        requireRefused(reply, 4, "wrong_type", "/outcomes/4");
        assertThat(reply.result(4).path("error").path("message").textValue()).contains("expected: a JSON object");
    }

    @Test
    void callTheUnitByItsName() {
        Reply reply = server.put("/v1/outcomes/o-1", LEFT.replace("{\"cust", "{\"unitId\": \"\", \"cust"));

        assertThat(reply.code()).isEqualTo("id_invalid");
        assertThat(reply.json().path("pointer").textValue()).isEqualTo("/unitId");
        assertThat(reply.json().path("detail").textValue())
                .contains("unit id", "no such field")
                .doesNotContain("customer id");
    }

    @Test
    void nameTheCharactersOfAnIdInThePath() {
        String pattern = OpenApi.contract()
                .document()
                .path("paths")
                .path("/v1/outcomes/{outcomeId}")
                .path("put")
                .path("parameters")
                .path(0)
                .path("schema")
                .path("pattern")
                .textValue();
        for (String id : List.of("p%201", "p%2B1", "%E5%BC%A0", "p+1", "p".repeat(129))) {
            Reply reply = server.put("/v1/outcomes/" + id, LEFT);

            assertThat(reply.status()).as(id).isEqualTo(400);
            assertThat(reply.code()).isEqualTo("bad_path");
            assertThat(reply.json().path("detail").textValue()).contains("expected: 1 to 128 characters");
            assertThat(URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8)
                                    .matches(pattern)
                            && id.length() <= 128)
                    .isFalse();
        }
        assertThat(server.put("/v1/outcomes/p._~:-1", LEFT).status()).isEqualTo(200);
        assertThat("p._~:-1").matches(pattern);
        assertThat(server.put("/v1/outcomes/a/b", LEFT).status()).isEqualTo(404);
    }

    @Test
    void areRowsAsTheContractHasThem() {
        JsonNode row = OpenApi.contract().document().at("/components/schemas/OutcomeRow");
        Reply reply = server.post(
                "/v1/outcomes",
                "{\"outcomes\": [" + LEFT + ", "
                        + LEFT.replace("{\"cust", "{\"outcomeId\": \"o-1\", \"language\": \"en\", \"cust") + "]}");

        requireRefused(reply, 0, "missing_field", "/outcomes/0/outcomeId");
        assertThat(row.path("required").toString()).contains("\"outcomeId\"");
        requireRefused(reply, 1, "unknown_field", "/outcomes/1/language");
        assertThat(row.path("properties").has("kind")).isTrue();
        assertThat(row.path("properties").has("language")).isFalse();
        assertThat(OpenApi.contract()
                        .document()
                        .at("/components/schemas/OutcomeReport/properties/outcomes/items/$ref")
                        .textValue())
                .endsWith("/OutcomeRow");
    }

    /** A slip would be a reason of its own in every diagnosis. */
    @Test
    void aReasonThatNobodyKnowsIsFlagged() {
        String row = LEFT.replace("{\"cust", "{\"outcomeId\": \"%s\", \"cust")
                .replace("\"left\", \"leaveType\": \"voluntary\"", "\"stated_reason\", \"reason\": \"%s\"");
        String body = "{\"outcomes\": [" + row.formatted("o-1", "price") + ", " + row.formatted("o-2", "prise") + "]}";
        Reply once = server.post("/v1/outcomes", body);
        Reply again = server.post("/v1/outcomes", body);

        assertThat(once.statuses()).containsExactly("written", "written");
        assertThat(once.result(0).path("flags").toString()).isEqualTo("[\"unknown_customer\"]");
        assertThat(once.result(1).path("flags").toString()).isEqualTo("[\"unknown_reason\"]");
        assertThat(again.statuses()).containsExactly("unchanged", "unchanged");
        assertThat(again.result(1).path("flags").toString()).isEqualTo("[\"unknown_reason\"]");
        assertThat(server.put("/v1/outcomes/o-3", row.formatted("o-3", "prise"))
                        .json()
                        .path("flags")
                        .toString())
                .isEqualTo("[\"unknown_reason\"]");
    }

    /** Noon of the last of January, UTC: the first of February has begun in the east, eight in the morning of it has not come in Beijing. */
    @Test
    void aDayHasComeOnceItHasBegunAnywhere() {
        String row = LEFT.replace("{\"cust", "{\"outcomeId\": \"%s\", \"cust");
        Reply reply = server.post(
                "/v1/outcomes",
                "{\"outcomes\": ["
                        + row.formatted("o-1").replace("2026-01-30T08:00:00Z", "2026-01-30T00:00:00Z") + ", "
                        + row.formatted("o-2").replace("2026-01-30T08:00:00Z", "2026-02-01T00:00:00Z") + ", "
                        + row.formatted("o-3").replace("2026-01-30T08:00:00Z", "2026-02-01T08:00:00+08:00") + ", "
                        + row.formatted("o-4").replace("2026-01-31T08:00:00Z", "2026-02-01T00:00:00Z") + ", "
                        + row.formatted("o-5").replace("2026-01-31T08:00:00Z", "2026-02-01T08:00:00+08:00") + "]}");

        assertThat(reply.statuses()).containsExactly("written", "written", "written", "written", "refused");
        assertThat(reply.result(1).path("flags").toString()).isEqualTo("[]");
        assertThat(reply.result(2).path("flags").toString()).isEqualTo("[\"future\"]");
        requireRefused(reply, 4, "in_future", "/outcomes/4/reportedAt");
    }

    private static void requireRefused(Reply reply, int row, String code, String pointer) {
        JsonNode result = reply.result(row);
        assertThat(result.path("status").textValue()).isEqualTo("refused");
        assertThat(result.path("error").path("code").textValue()).isEqualTo(code);
        assertThat(result.path("error").path("pointer").textValue()).isEqualTo(pointer);
        assertThat(result.path("error").path("message").textValue())
                .contains("expected:")
                .endsWith(".");
    }

    @Test
    void saysWhereABodyIsWrong() {
        for (Map.Entry<String, String> wrong : Map.of(
                        LEFT.replace("\"left\"", "\"gone\""), "/kind",
                        LEFT.replace(", \"leaveType\": \"voluntary\"", ""), "/leaveType",
                        LEFT.replace("{\"cust", "{\"amount\": 3, \"cust"), "/amount",
                        LEFT.replace("{\"cust", "{\"amount\": \"3\", \"cust"), "/amount",
                        LEFT.replace("\"left\", \"leaveType\": \"voluntary\"", "\"margin\", \"amount\": 1.7e308"),
                                "/amount",
                        LEFT.replace("{\"cust", "{\"reason\": \"price\", \"cust"), "/reason",
                        LEFT.replace("{\"cust", "{\"outcomeId\": \"o-2\", \"cust"), "/outcomeId",
                        LEFT.replace("2026-01-30T08:00:00Z", "yesterday"), "/occurredAt",
                        LEFT.replace("{\"cust", "{\"colour\": 1, \"cust"), "/colour")
                .entrySet()) {
            Reply reply = server.put("/v1/outcomes/o-1", wrong.getKey());
            assertThat(reply.status()).as(wrong.getKey()).isEqualTo(422);
            assertThat(reply.json().path("pointer").textValue())
                    .as(wrong.getKey())
                    .isEqualTo(wrong.getValue());
        }
        assertThat(store.outcomes().of("A")).isEmpty();
        assertThat(server.put("/v1/outcomes/o%2F1", LEFT).status()).isIn(400, 404);
        assertThat(server.put("/v1/outcomes/", LEFT).status()).isEqualTo(404);
    }

    @Test
    void areNotAcknowledgedOnAFullDisk() {
        FullDisk.fill(store);
        Reply last = server.put("/v1/outcomes/o-0", LEFT);
        int taken = 0;
        for (int i = 1; i < 500 && last.status() == 200; i++) {
            taken++;
            last = server.put("/v1/outcomes/o-" + i, LEFT);
        }
        assertThat(last.status()).isEqualTo(503);
        assertThat(last.code()).isEqualTo("store_unavailable");
        assertThat(store.outcomes().of("A")).hasSize(taken);
    }

    @Test
    void becomeEffectsThatCanBeAskedFor() {
        store.plans()
                .keep(
                        PlansOf.plan("plan-1", PlansOf.planned("d-1", "A"), PlansOf.withheld("d-2", "B")),
                        PlansOf.WRITING);
        assertThat(server.put("/v1/outcomes/o-1", LEFT).status()).isEqualTo(200);

        Reply effects = server.get("/v1/effects?by=action,period&plan=plan-1", "Accept-Language", "zh-CN");

        assertThat(effects.status()).as(effects.text()).isEqualTo(200);
        assertThat(effects.header("Content-Language")).isEqualTo("zh-CN");
        assertThat(effects.json().path("assigned").intValue()).isEqualTo(1);
        assertThat(effects.json().path("shadowAssigned").intValue()).isEqualTo(1);
        assertThat(effects.json().path("closedUntil").textValue()).isEqualTo("2026-01-17T08:00:00Z");
        assertThat(effects.json().path("effects")).isEmpty();
        assertThat(effects.json().path("staying").isNull()).isTrue();
        assertThat(effects.json().path("next").toString()).contains("请继续上报并等待");
        assertThat(effects.header("Vary")).isEqualTo("Accept, Accept-Language");
        assertThat(server.get("/v1/effects?plan=plan-9").code()).isEqualTo("no_such_plan");
        assertThat(server.get("/v1/effects?by=colour").code()).isEqualTo("bad_value");
        assertThat(server.get("/v1/effects?by=tier,tier").code()).isEqualTo("bad_value");
        assertThat(server.get("/v1/effects?colour=red").code()).isEqualTo("unknown_field");
        for (String twice : List.of(
                "by=action&by=reason",
                "plan=plan-1&plan=plan-9",
                "plan=&plan=plan-1",
                "plan=",
                "plan",
                "plan=%FF",
                "plan=plan-1&by=%C3")) {
            Reply refused = server.get("/v1/effects?" + twice);
            assertThat(refused.status()).as(twice).isEqualTo(422);
            assertThat(refused.code()).as(twice).isEqualTo("bad_value");
        }
    }

    @Test
    void areShownToBrowsersAsAPage() {
        store.plans()
                .keep(
                        PlansOf.plan("plan-1", PlansOf.planned("d-1", "A"), PlansOf.withheld("d-2", "B")),
                        PlansOf.WRITING);

        Reply page = server.get("/v1/effects?plan=plan-1", "Accept", "text/html,*/*;q=0.8", "Accept-Language", "zh-CN");

        assertThat(page.status()).as(page.text()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html").endsWith("charset=utf-8");
        assertThat(page.header("Content-Language")).isEqualTo("zh-CN");
        assertThat(page.text()).startsWith("<!doctype html>").contains("<html lang=\"zh-CN\"", "关怀是否有效 · plan-1");
        Reply refused = server.get("/v1/effects?by=colour", "Accept", "text/html");
        assertThat(refused.code()).isEqualTo("bad_value");
        assertThat(server.get("/v1/effects", "Accept", "text/csv").status()).isEqualTo(406);
    }

    @Test
    void keepEffectsFiniteAtTheirLargest() {
        store.plans()
                .keep(
                        PlansOf.plan("plan-1", PlansOf.planned("d-1", "A"), PlansOf.withheld("d-2", "B")),
                        PlansOf.at(PlansOf.NOW.minus(Duration.ofDays(400))));
        String margin = LEFT.replace("\"left\", \"leaveType\": \"voluntary\"", "\"margin\", \"amount\": 1e12")
                .replace("2026-01-30", "2025-01-30");
        for (int i = 0; i < 3; i++) {
            assertThat(server.put("/v1/outcomes/o-" + i, margin).status()).isEqualTo(200);
        }
        assertThat(server.put("/v1/outcomes/o-3", margin.replace("1e12", "1.000001e12"))
                        .status())
                .isEqualTo(422);
        assertThat(server.put("/v1/outcomes/o-3", margin.replace("1e12", "-1e12"))
                        .status())
                .isEqualTo(200);
        Reply effects = server.get("/v1/effects");
        assertThat(effects.status()).as(effects.text()).isEqualTo(200);
        assertThat(effects.json().path("effects").toString()).contains("margin");
    }
}
