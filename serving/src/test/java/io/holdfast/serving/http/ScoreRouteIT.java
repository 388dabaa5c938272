package io.holdfast.serving.http;

import static io.holdfast.serving.http.Customers.customer;
import static io.holdfast.serving.http.Customers.request;
import static io.holdfast.serving.http.Customers.requestWith;
import static io.holdfast.serving.http.Customers.risky;
import static io.holdfast.serving.http.Customers.safe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.scoring.reason.ExplainOptions;
import io.holdfast.scoring.reason.Explainer;
import io.holdfast.scoring.reason.Explanation;
import io.holdfast.scoring.score.ChurnScore;
import io.holdfast.scoring.score.Scorer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a client gets who asks as the contract says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ScoreRouteIT {
    private TestServer server;

    @BeforeAll
    void start(@TempDir Path directory) {
        server = TestServer.start(directory);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void givesTheSameBitsAsTheScorer() {
        // A second bundle with a playbook has another digest, so only the prediction id differs from the plain one's.
        ModelBundle bundle = TinyBundles.bundle();
        ChurnScore score = new Scorer(bundle).score(TinyBundles.built(TinyBundles.risky("C-1")));
        Explanation explanation = new Explainer(bundle).explain(score, new ExplainOptions(3, 2, Language.ENGLISH));

        JsonNode result = server.score(request(risky("C-1"))).result(0);

        assertThat(result.path("probability").doubleValue()).isEqualTo(score.probability());
        assertThat(result.path("logOdds").doubleValue()).isEqualTo(score.logOdds());
        assertThat(result.path("baseLogOdds").doubleValue()).isEqualTo(score.baseLogOdds());
        assertThat(result.path("percentile").doubleValue()).isEqualTo(score.percentile());
        assertThat(result.path("score").intValue()).isEqualTo(score.score());
        assertThat(result.path("band").textValue()).isEqualTo(score.band().code());
        assertThat(result.path("otherImpact").doubleValue()).isEqualTo(explanation.otherImpact());
        for (int i = 0; i < 3; i++) {
            JsonNode reason = result.path("reasons").path(i);
            assertThat(reason.path("code").textValue())
                    .isEqualTo(explanation.reasons().get(i).code());
            assertThat(reason.path("text").textValue())
                    .isEqualTo(explanation.reasons().get(i).text());
            assertThat(reason.path("impact").doubleValue())
                    .isEqualTo(explanation.reasons().get(i).impact());
            assertThat(reason.path("share").doubleValue())
                    .isEqualTo(explanation.reasons().get(i).share());
        }
    }

    @Test
    void sumsToTheLogOddsHoweverMuchIsListed() {
        for (int most = 0; most <= 10; most++) {
            JsonNode results = server.score(requestWith(
                            "{\"reasons\": " + most + ", \"protectors\": " + most + "}", risky("A"), safe("B")))
                    .json()
                    .path("results");
            for (JsonNode result : results) {
                double sum = result.path("baseLogOdds").doubleValue()
                        + result.path("otherImpact").doubleValue();
                for (JsonNode reason : result.path("reasons")) {
                    sum += reason.path("impact").doubleValue();
                }
                for (JsonNode protector : result.path("protectors")) {
                    sum += protector.path("impact").doubleValue();
                }
                assertThat(sum).isCloseTo(result.path("logOdds").doubleValue(), within(1e-9));
                assertThat(result.path("reasons").size()).isLessThanOrEqualTo(most);
            }
        }
    }

    @Test
    void answersEveryCustomerInTheOrderOfTheRequest() {
        JsonNode reply = server.score(Customers.many(1000)).json();

        assertThat(reply.path("summary").path("ok").intValue()).isEqualTo(1000);
        for (int i = 0; i < 1000; i++) {
            assertThat(reply.path("results").path(i).path("customerId").textValue())
                    .isEqualTo("C-" + i);
        }
    }

    @Test
    void givesTheSameVerdictAloneAsAmongOthers() {
        List<String> customers = List.of(
                risky("A"),
                customer("B", "{\"tenure\": \"2\"}"),
                safe("C"),
                customer("D", "{}"),
                customer("E", "{\"contract\": \"weekly\"}"));
        Reply together = server.score(request(customers.toArray(new String[0])));

        for (int i = 0; i < customers.size(); i++) {
            JsonNode alone = server.score(request(customers.get(i))).result(0);
            String among = together.result(i).toString().replace("/customers/" + i, "/customers/0");
            assertThat(among).isEqualTo(alone.toString());
        }
        assertThat(together.json().path("summary").toString())
                .isEqualTo("{\"ok\":2,\"warned\":1,\"refused\":2,\"excluded\":0}");
    }

    @Test
    void echoesIdsByteForByte() {
        List<String> ids = List.of(
                "0012345",
                " 7 ",
                "客户-一",
                "\uD83D\uDE00",
                "e\u0301",
                "\u00E9",
                "=1+1",
                "../../etc/passwd",
                "${jndi:ldap://x}",
                "<script>",
                "12345678901234567890",
                "x".repeat(128));
        List<String> customers = new ArrayList<>();
        ids.forEach(id -> customers.add(safe(id)));

        Reply reply = server.score(request(customers.toArray(new String[0])));

        for (int i = 0; i < ids.size(); i++) {
            assertThat(reply.result(i).path("customerId").textValue()).isEqualTo(ids.get(i));
            assertThat(reply.result(i).path("status").textValue()).isEqualTo("ok");
        }
    }

    @Test
    void takesMissingValuesWithAWarning() {
        JsonNode result = server.score(Customers.features("{\"tenure\": 2, \"contract\": null}"))
                .result(0);

        assertThat(result.path("status").textValue()).isEqualTo("warned");
        assertThat(result.path("warnings").findValuesAsText("field"))
                .containsExactly("monthly_charge", "contract", "support", "paperless");
        assertThat(result.path("warnings").findValuesAsText("code")).containsOnly("missing_value");
    }

    @Test
    void warnsOfLevelsAndNumbersThatTrainingDidNotSee() {
        JsonNode result = server.score(Customers.features("""
                        {"tenure": 900, "monthly_charge": 50, "contract": "weekly", "support": "none", "paperless": true}""")).result(0);

        assertThat(result.path("warnings").findValuesAsText("code"))
                .containsExactly("out_of_range", "unknown_category");
        assertThat(result.path("warnings").toString()).doesNotContain("900", "weekly");
    }

    @Test
    void takesMinusZeroForZeroAndTheSmallestNumbers() {
        String features = "{\"tenure\": %s, \"monthly_charge\": 50, \"contract\": \"yearly\", \"support\": \"none\","
                + " \"paperless\": true}";
        String zero = server.score(Customers.features(features.formatted("0")))
                .result(0)
                .toString();

        assertThat(server.score(Customers.features(features.formatted("-0.0")))
                        .result(0)
                        .toString())
                .isEqualTo(zero);
        assertThat(server.score(Customers.features(features.formatted("1e-400")))
                        .result(0)
                        .toString())
                .isEqualTo(zero);
        assertThat(server.score(Customers.features(features.formatted("4.9e-324")))
                        .result(0)
                        .path("status")
                        .textValue())
                .isEqualTo("ok");
    }

    @Test
    void acceptsColumnsOfTheTableThatTheModelDoesNotRead() {
        String more = Customers.RISKY_FEATURES.replace(
                "{", "{\"region\": {\"any\": [\"thing\"]}, \"left\": \"yes\", \"customer_id\": 7, ");
        JsonNode plain = server.score(request(risky("C-1"))).result(0);

        assertThat(server.score(Customers.features(more)).result(0)).isEqualTo(plain);
    }

    @Test
    void givesTheValuesBehindAReasonAsTheyWereSent() {
        JsonNode result = server.score(
                        requestWith(
                                "{\"reasons\": 10, \"protectors\": 10}",
                                customer(
                                        "A",
                                        "{\"tenure\": 2, \"monthly_charge\": 95.5, \"contract\": null, \"support\": \"gold\", \"paperless\": true}")))
                .result(0);
        Map<String, JsonNode> features = new TreeMap<>();
        for (String list : List.of("reasons", "protectors")) {
            for (JsonNode reason : result.path(list)) {
                reason.path("features")
                        .forEach(feature -> features.put(feature.path("name").textValue(), feature));
            }
        }

        Map<String, String> sent = Map.of(
                "tenure",
                "2",
                "monthly_charge",
                "95.5",
                "contract",
                "null",
                "support",
                "\"gold\"",
                "paperless",
                "true");
        assertThat(features).containsKeys("monthly_charge", "contract", "paperless", "tenure");
        features.forEach((name, feature) -> {
            assertThat(feature.path("value").toString()).as(name).isEqualTo(sent.get(name));
            assertThat(feature.path("typical").isNumber())
                    .as(name)
                    .isEqualTo(name.equals("tenure") || name.equals("monthly_charge"));
            assertThat(feature.path("typical").isBoolean()).as(name).isEqualTo(name.equals("paperless"));
            assertThat(feature.path("typical").isNull()).as(name).isFalse();
        });
    }

    @Test
    void answersTwinsThatAgreeAndRefusesThoseThatDoNot() {
        Reply reply = server.score(
                request(risky("A"), risky("A"), risky("B"), safe("B"), safe("C"), customer("C", "{\"tenure\": true}")));

        assertThat(reply.statuses()).containsExactly("ok", "ok", "refused", "refused", "ok", "refused");
        assertThat(reply.result(0)).isEqualTo(reply.result(1));
        assertThat(reply.result(3).path("error").path("code").textValue()).isEqualTo("duplicate_conflict");
        assertThat(reply.result(3).path("error").path("pointer").textValue()).isEqualTo("/customers/3/customerId");
        assertThat(reply.result(3).path("customerId").textValue()).isEqualTo("B");
        assertThat(reply.result(5).path("error").path("code").textValue()).isEqualTo("wrong_type");
    }

    @Test
    void takesTheDayFromTheCustomerThenTheOptionsThenTheClock() {
        String own =
                "{\"customerId\": \"A\", \"features\": " + Customers.RISKY_FEATURES + ", \"asOf\": \"2026-01-20\"}";

        Reply withOptions = server.score(requestWith("{\"asOf\": \"2026-01-25\"}", own, risky("B")));
        assertThat(withOptions.json().path("results").findValuesAsText("asOf"))
                .containsExactly("2026-01-20", "2026-01-25");
        assertThat(withOptions.json().path("results").findValuesAsText("validUntil"))
                .containsExactly("2026-02-03", "2026-02-08");

        Reply plain = server.score(requestWith("{\"asOf\": null}", risky("B")));
        assertThat(plain.result(0).path("asOf").textValue()).isEqualTo("2026-02-01");
    }

    @Test
    void givesNoCareOnStaleScores() {
        // The bundle's scores are valid for 14 days; the server's today is 1 February.
        JsonNode lastDay = server.score(requestWith("{\"asOf\": \"2026-01-18\"}", risky("A")))
                .result(0);
        assertThat(lastDay.path("validUntil").textValue()).isEqualTo("2026-02-01");
        assertThat(lastDay.path("stale").booleanValue()).isFalse();
        assertThat(lastDay.path("care").path("status").textValue()).isEqualTo("recommended");

        JsonNode dayAfter = server.score(requestWith("{\"asOf\": \"2026-01-17\"}", risky("A")))
                .result(0);
        assertThat(dayAfter.path("stale").booleanValue()).isTrue();
        assertThat(dayAfter.path("status").textValue()).isEqualTo("warned");
        assertThat(dayAfter.path("warnings").toString())
                .startsWith("[{\"code\":\"stale\",\"field\":\"\",\"message\":\"The values are older");
        assertThat(dayAfter.path("care").toString())
                .isEqualTo("{\"status\":\"none\",\"cause\":\"stale\",\"action\":null,\"text\":\"\",\"channel\":null}");
    }

    @Test
    void namesTheSamePredictionTheSame() {
        JsonNode first = server.score(request(risky("A"))).result(0);

        assertThat(server.score(requestWith("{\"reasons\": 1, \"language\": \"zh\"}", risky("A")))
                        .result(0)
                        .path("predictionId"))
                .isEqualTo(first.path("predictionId"));
        assertThat(server.score(request(risky("B"))).result(0).path("predictionId"))
                .isNotEqualTo(first.path("predictionId"));
        assertThat(server.score(requestWith("{\"asOf\": \"2026-01-31\"}", risky("A")))
                        .result(0)
                        .path("predictionId"))
                .isNotEqualTo(first.path("predictionId"));
    }

    @Test
    void decidesOnCareByThePlaybook() {
        Reply reply = server.score(request(risky("A"), safe("B")));

        assertThat(reply.result(0).path("care").toString())
                .isEqualTo("{\"status\":\"recommended\",\"cause\":null,\"action\":\"bill-review\","
                        + "\"text\":\"Go through the last bill together.\",\"channel\":\"phone\"}");
        assertThat(reply.result(1).path("care").path("status").textValue()).isEqualTo("none");
        assertThat(reply.result(1).path("care").path("cause").textValue()).isEqualTo("below_threshold");
    }
}
