package io.holdfast.serving.http;

import static io.holdfast.serving.http.Customers.request;
import static io.holdfast.serving.http.Customers.risky;
import static io.holdfast.serving.http.Customers.safe;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.serving.store.PlansOf;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a look-up tells of a customer. */
final class CareLookupIT extends StoreServer {
    private static final List<String> DIFFICULT_IDS =
            List.of("+8613800138000", "0012345", "P/2024/001", "-A7", "001D000001ABCDeFGH", "客户-张三");

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
}
