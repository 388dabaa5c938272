package io.holdfast.serving.http;

import static io.holdfast.serving.http.Customers.request;
import static io.holdfast.serving.http.Customers.requestWith;
import static io.holdfast.serving.http.Customers.risky;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The body's language comes before the header's, that before the bundle's; a wrong one is never an error. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LanguageIT {
    private TestServer server;

    @BeforeAll
    void start(@TempDir Path directory) {
        server = TestServer.start(directory);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest(name = "body {0}, header {1}: {2}")
    @CsvSource({
        "zh-CN, en, zh-CN",
        "zh-HK, en, zh-CN",
        "zh, '', zh-CN",
        "en-GB, zh-CN, en",
        "fr, zh-CN, zh-CN",
        "fr, '', en",
        "'', '', en",
        "'', zh-Hans-CN, zh-CN",
        "'', 'fr, zh;q=0.3, en;q=0.2', zh-CN",
        "'', 'zh;q=0, en', en",
        "'', '*', en",
        "'', ';;;=,,,q', en",
        "'', 'zh;q=2', en",
        "'!!', zh, zh-CN"
    })
    void isNegotiated(String body, String header, String expected) {
        String options = body.isEmpty() ? "{}" : "{\"language\": \"" + body + "\"}";
        Reply reply = header.isEmpty()
                ? server.score(requestWith(options, risky("A")))
                : server.score(requestWith(options, risky("A")), "Accept-Language", header);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Language")).isEqualTo(expected);
        assertThat(reply.header("Vary")).isEqualTo("Accept-Language");
        assertThat(reply.json().path("language").textValue()).isEqualTo(expected);
        assertThat(reply.result(0).path("reasons").path(0).path("text").textValue())
                .contains(expected.equals("en") ? "Monthly charge" : "月费");
        assertThat(reply.result(0).path("care").path("text").textValue())
                .isEqualTo(expected.equals("en") ? "Go through the last bill together." : "一起核对最近的账单。");
    }

    @Test
    void changesNothingButTexts() {
        String english =
                server.score(request(risky("A"))).result(0).path("logOdds").toString();
        String chinese = server.score(requestWith("{\"language\": \"zh\"}", risky("A")))
                .result(0)
                .path("logOdds")
                .toString();

        assertThat(chinese).isEqualTo(english);
    }

    @Test
    void alsoHoldsForSchemaAndSample() {
        Reply schema = server.get("/v1/schema", "Accept-Language", "zh-TW");
        assertThat(schema.header("Content-Language")).isEqualTo("zh-CN");
        assertThat(schema.json().path("features").findValuesAsText("label")).contains("在网月数");

        Reply sample = server.get("/v1/sample-request", "Accept-Language", "zh-CN");
        assertThat(sample.json().path("options").path("language").textValue()).isEqualTo("zh-CN");
    }
}
