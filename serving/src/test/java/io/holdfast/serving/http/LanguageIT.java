package io.holdfast.serving.http;

import static io.holdfast.serving.http.Customers.customer;
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
        "zh_CN, en, zh-CN",
        "zh-Hans, en, zh-CN",
        "zh_Hans_CN, en, zh-CN",
        "'', zh_CN, zh-CN",
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
    void alsoHoldsForErrorsAndWarningsOfCustomers() {
        Reply reply = server.score(requestWith(
                "{\"language\": \"zh-CN\"}",
                customer("A", "{\"tenure\": \"x\"}"),
                customer("B", "{\"tenure\": 2}"),
                customer("", "{\"tenure\": 2}"),
                "7"));

        assertThat(reply.result(0).path("error").path("message").textValue())
                .isEqualTo("该值是字符串（应为：JSON 数字，缺失值用 null）。");
        assertThat(reply.result(1).path("warnings").path(0).path("message").textValue())
                .isEqualTo("该值缺失，模型按其对缺失值的经验处理。");
        assertThat(reply.result(2).path("error").path("message").textValue())
                .isEqualTo("客户编号为空（应为：1 至 128 个字符，不含控制字符）。");
        assertThat(reply.result(3).path("error").path("message").textValue()).isEqualTo("该客户是数字（应为：对象）。");
    }

    @ParameterizedTest(name = "{0}, header {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"options\": {\"language\": \"zh\", \"reasons\": 99}} | en | 该值超出范围（应为：0 至 10 的整数）。",
                "{\"options\": {\"language\": \"zh\"}, \"customers\": 7} | en | 该值是数字（应为：客户数组）。",
                "{\"customers\": 7, \"options\": {\"language\": \"zh\"}} | en | The value is a number (expected: an array of customers).",
                "{\"customers\": 7} | zh-CN | 该值是数字（应为：客户数组）。",
                "{ | zh_CN | 请求体在 JSON 结束之前中断，位于第 1 行第 2 列（应为：一个完整的文档）。"
            })
    void alsoHoldsForProblems(String body, String header, String detail) {
        Reply reply = server.score(body, "Accept-Language", header);

        assertThat(reply.json().path("detail").textValue()).isEqualTo(detail);
        assertThat(reply.header("Content-Language")).isEqualTo(detail.startsWith("The") ? "en" : "zh-CN");
    }

    @Test
    void alsoHoldsBesideTheRoutes() {
        Reply reply = server.get("/nowhere", "Accept-Language", "zh");
        assertThat(reply.json().path("detail").textValue()).isEqualTo("没有该资源（应为：/openapi.yaml 中的路径）。");
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
