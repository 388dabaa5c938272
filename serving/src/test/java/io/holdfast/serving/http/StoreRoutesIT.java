package io.holdfast.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.serving.store.Contact;
import io.holdfast.serving.store.FullDisk;
import io.holdfast.serving.store.PlansOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the routes of a server with a store refuse, and how they say it. */
final class StoreRoutesIT extends StoreServer {
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
