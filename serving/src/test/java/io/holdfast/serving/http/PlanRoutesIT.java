package io.holdfast.serving.http;

import static io.holdfast.serving.http.Customers.request;
import static io.holdfast.serving.http.Customers.risky;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.serving.store.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A plan reaches the store, the work list and every touch point; every reply is held against the contract. */
final class PlanRoutesIT extends PlanServer {
    private static final List<String> DIFFICULT_IDS =
            List.of("+8613800138000", "0012345", "P/2024/001", "-A7", "001D000001ABCDeFGH", "客户-张三");

    @Test
    void goFromCustomersToAWorkedOffItem() {
        List<String> customers = DIFFICULT_IDS.stream().map(PlanServer::willing).toList();

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
