package io.holdfast.serving.http;

import static io.holdfast.serving.http.Customers.RISKY_FEATURES;
import static io.holdfast.serving.http.Customers.customer;
import static io.holdfast.serving.http.Customers.features;
import static io.holdfast.serving.http.Customers.many;
import static io.holdfast.serving.http.Customers.request;
import static io.holdfast.serving.http.Customers.requestWith;
import static io.holdfast.serving.http.Customers.risky;
import static io.holdfast.serving.http.Customers.safe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that are wrong: a clear sentence without a value of theirs, never a 5xx, and the next good request works. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BadRequestIT {
    /** Stands for what must not come back: a customer's data. */
    private static final String SECRET = "s3cret";

    private TestServer server;

    @BeforeAll
    void start(@TempDir Path directory) {
        server = TestServer.start(directory);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @AfterEach
    void stillAnswers() {
        Reply reply = server.score(request(safe("A")));
        assertThat(reply.json().path("summary").path("ok").intValue()).isEqualTo(1);
    }

    private static void requireDiscreet(Reply reply) {
        assertThat(reply.text()).doesNotContain(SECRET, "Exception", "at io.", "jackson", "/tmp");
    }

    @Test
    void saysWhatIsWrongWithTheJson() {
        assertThat(detail("{\"options\": {}, \"options\": {}}"))
                .startsWith("A name stands twice in one object at line 1, column ");
        assertThat(detail("{\"customers\": [")).startsWith("The body ends before its JSON does at line 1, column ");
        assertThat(detail(features("{\"tenure\": NaN}")))
                .startsWith("The body is no valid JSON at line 1, column ")
                .contains("without NaN");
    }

    private String detail(String body) {
        return server.score(body).json().path("detail").textValue();
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("badEnvelopes")
    void isAProblemWhenTheEnvelopeIsBad(String name, String body, int status, String code, String pointer) {
        Reply reply = server.score(body);

        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.mediaType()).isEqualTo("application/problem+json");
        assertThat(reply.code()).isEqualTo(code);
        assertThat(
                        reply.json().path("pointer").isNull()
                                ? "-"
                                : reply.json().path("pointer").textValue())
                .isEqualTo(pointer);
        assertThat(reply.json().path("requestId").textValue()).isEqualTo(reply.header("X-Request-Id"));
        assertThat(reply.json().path("detail").textValue())
                .contains("(expected: ")
                .endsWith(".");
        requireDiscreet(reply);
    }

    static Stream<Arguments> badEnvelopes() {
        String deep = "[".repeat(100_000);
        return Stream.of(
                arguments("empty body", "", 400, "bad_json", "-"),
                arguments("blank body", "  \n", 400, "bad_json", "-"),
                arguments("text", SECRET, 400, "bad_json", "-"),
                arguments("truncated", "{\"customers\": [{\"customerId\": \"" + SECRET + "\"", 400, "bad_json", "-"),
                arguments("trailing comma", "{\"customers\": [" + safe("A") + "],}", 400, "bad_json", "-"),
                arguments("comment", "{/* " + SECRET + " */\"customers\": []}", 400, "bad_json", "-"),
                arguments("single quotes", "{'customers': []}", 400, "bad_json", "-"),
                arguments("something behind", request(safe("A")) + " " + SECRET, 400, "bad_json", "-"),
                arguments("second document", request(safe("A")) + request(safe("B")), 400, "bad_json", "-"),
                arguments("a name twice", "{\"options\": {}, \"options\": {}}", 400, "bad_json", "-"),
                arguments("a feature twice", features("{\"tenure\": 1, \"tenure\": 1}"), 400, "bad_json", "-"),
                arguments("NaN", features("{\"tenure\": NaN}"), 400, "bad_json", "-"),
                arguments("Infinity", features("{\"tenure\": -Infinity}"), 400, "bad_json", "-"),
                arguments("hexadecimal", features("{\"tenure\": 0x10}"), 400, "bad_json", "-"),
                arguments("plus sign", features("{\"tenure\": +1}"), 400, "bad_json", "-"),
                arguments("leading zero", features("{\"tenure\": 012}"), 400, "bad_json", "-"),
                arguments("control character in text", request(safe("a\tb")), 400, "bad_json", "-"),
                arguments("deep nesting", deep, 422, "wrong_type", ""),
                arguments("deep nesting inside", "{\"customers\": " + deep, 400, "json_limits", "/customers/0/0/0"),
                arguments(
                        "deep feature",
                        features("{\"region\": " + "{\"a\":".repeat(5000)),
                        400,
                        "json_limits",
                        "/customers/0/features/region"),
                arguments("long name", "{\"" + "n".repeat(5000) + "\": 1}", 422, "unknown_field", ""),
                arguments("null", "null", 422, "wrong_type", ""),
                arguments("array", "[7]", 422, "wrong_type", ""),
                arguments("string", "\"" + SECRET + "\"", 422, "wrong_type", ""),
                arguments("no customers", "{}", 422, "missing_field", "/customers"),
                arguments("customers null", "{\"customers\": null}", 422, "wrong_type", "/customers"),
                arguments("customers an object", "{\"customers\": {}}", 422, "wrong_type", "/customers"),
                arguments("customers empty", "{\"customers\": []}", 422, "no_customers", "/customers"),
                arguments("too many customers", many(1001), 422, "too_many_customers", "/customers"),
                arguments("unknown field", "{\"custom/ers~\": 1}", 422, "unknown_field", "/custom~1ers~0"),
                arguments("half a pair in a name", "{\"\\ud800x\": 1}", 400, "bad_json", "-"),
                arguments("half a pair as a name", "{\"\\ud800\": 1}", 400, "bad_json", "-"),
                arguments("other half in a name", "{\"x\\udc00\": 1}", 400, "bad_json", "-"),
                arguments(
                        "half a pair in a long name",
                        "{\"" + "x".repeat(50) + "\\udbff" + "x".repeat(50) + "\": 1}",
                        400,
                        "bad_json",
                        "-"),
                arguments("half a pair in a feature", features("{\"\\ud800\": 1}"), 400, "bad_json", "-"),
                arguments("options no object", requestWith("7", safe("A")), 422, "bad_option", "/options"),
                arguments(
                        "unknown option", requestWith("{\"top\": 1}", safe("A")), 422, "unknown_field", "/options/top"),
                arguments(
                        "reasons below",
                        requestWith("{\"reasons\": -1}", safe("A")),
                        422,
                        "bad_option",
                        "/options/reasons"),
                arguments(
                        "reasons above",
                        requestWith("{\"reasons\": 11}", safe("A")),
                        422,
                        "bad_option",
                        "/options/reasons"),
                arguments(
                        "reasons huge",
                        requestWith("{\"reasons\": 4294967299}", safe("A")),
                        422,
                        "bad_option",
                        "/options/reasons"),
                arguments(
                        "reasons broken",
                        requestWith("{\"reasons\": 3.0}", safe("A")),
                        422,
                        "bad_option",
                        "/options/reasons"),
                arguments(
                        "reasons text",
                        requestWith("{\"reasons\": \"3\"}", safe("A")),
                        422,
                        "bad_option",
                        "/options/reasons"),
                arguments(
                        "protectors true",
                        requestWith("{\"protectors\": true}", safe("A")),
                        422,
                        "bad_option",
                        "/options/protectors"),
                arguments(
                        "language number",
                        requestWith("{\"language\": 7}", safe("A")),
                        422,
                        "bad_option",
                        "/options/language"),
                arguments(
                        "day no date",
                        requestWith("{\"asOf\": \"" + SECRET + "\"}", safe("A")),
                        422,
                        "bad_option",
                        "/options/asOf"),
                arguments(
                        "day not there",
                        requestWith("{\"asOf\": \"2026-02-30\"}", safe("A")),
                        422,
                        "bad_option",
                        "/options/asOf"),
                arguments(
                        "day far away",
                        requestWith("{\"asOf\": \"+999999999-12-31\"}", safe("A")),
                        422,
                        "bad_option",
                        "/options/asOf"),
                arguments(
                        "day to come",
                        requestWith("{\"asOf\": \"2026-02-03\"}", safe("A")),
                        422,
                        "bad_option",
                        "/options/asOf"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("badCustomers")
    void failsAloneWhenACustomerIsBad(String name, String bad, String code, String pointer) {
        Reply reply = server.score(request(safe("A"), bad, risky("C")));

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.statuses()).containsExactly("ok", "refused", "ok");
        JsonNode refused = reply.result(1);
        assertThat(refused.path("error").path("code").textValue()).isEqualTo(code);
        assertThat(refused.path("error").path("pointer").textValue()).isEqualTo(pointer);
        assertThat(refused.path("error").path("message").textValue()).endsWith(".");
        assertThat(refused.has("probability")).isFalse();
        requireDiscreet(reply);
    }

    static Stream<Arguments> badCustomers() {
        String at = "/customers/1";
        String feature = at + "/features/";
        return Stream.of(
                arguments("no object", "7", "wrong_type", at),
                arguments("null", "null", "wrong_type", at),
                arguments("array", "[[1], [2]]", "wrong_type", at),
                arguments("no id", "{\"features\": " + RISKY_FEATURES + "}", "id_invalid", at + "/customerId"),
                arguments("id null", "{\"customerId\": null, \"features\": {}}", "id_invalid", at + "/customerId"),
                arguments("id number", "{\"customerId\": 12345, \"features\": {}}", "id_invalid", at + "/customerId"),
                arguments(
                        "id object",
                        "{\"customerId\": {\"a\": 1}, \"features\": {}}",
                        "id_invalid",
                        at + "/customerId"),
                arguments("id empty", customer("", RISKY_FEATURES), "id_invalid", at + "/customerId"),
                arguments("id too long", customer("x".repeat(129), RISKY_FEATURES), "id_invalid", at + "/customerId"),
                arguments("id with NUL", customer("a\\u0000b", RISKY_FEATURES), "id_invalid", at + "/customerId"),
                arguments("id with newline", customer("a\\nINFO b", RISKY_FEATURES), "id_invalid", at + "/customerId"),
                arguments("id with escape", customer("\\u001b[31m", RISKY_FEATURES), "id_invalid", at + "/customerId"),
                arguments("id half a pair", customer("\\ud800", RISKY_FEATURES), "id_invalid", at + "/customerId"),
                arguments(
                        "id other half", customer("\\udc00\\ud800", RISKY_FEATURES), "id_invalid", at + "/customerId"),
                arguments(
                        "unknown field", "{\"customerId\": \"B\", \"feature\": {}}", "unknown_field", at + "/feature"),
                arguments("no features", "{\"customerId\": \"B\"}", "missing_required", at + "/features"),
                arguments("features null", customer("B", "null"), "missing_required", at + "/features"),
                arguments("features empty", customer("B", "{}"), "missing_required", at + "/features"),
                arguments(
                        "features all null", customer("B", "{\"tenure\": null}"), "missing_required", at + "/features"),
                arguments("features array", customer("B", "[1, {\"a\": 2}]"), "wrong_type", at + "/features"),
                arguments("unknown feature", customer("B", "{\"tenur\": 1}"), "unknown_feature", feature + "tenur"),
                arguments(
                        "strange feature",
                        customer("B", "{\"a/b~\\ud83d\\ude00\": 1}"),
                        "unknown_feature",
                        feature + "a~1b~0\uD83D\uDE00"),
                arguments(
                        "text for number",
                        customer("B", "{\"tenure\": \"" + SECRET + "\"}"),
                        "wrong_type",
                        feature + "tenure"),
                arguments("digits for number", customer("B", "{\"tenure\": \"12\"}"), "wrong_type", feature + "tenure"),
                arguments(
                        "empty text for number", customer("B", "{\"tenure\": \"\"}"), "wrong_type", feature + "tenure"),
                arguments("quoted NaN", customer("B", "{\"tenure\": \"NaN\"}"), "wrong_type", feature + "tenure"),
                arguments("true for number", customer("B", "{\"tenure\": true}"), "wrong_type", feature + "tenure"),
                arguments(
                        "object for number",
                        customer("B", "{\"tenure\": {\"a\": [1]}}"),
                        "wrong_type",
                        feature + "tenure"),
                arguments("too large", customer("B", "{\"tenure\": 1e999}"), "not_finite", feature + "tenure"),
                arguments(
                        "far too large",
                        customer("B", "{\"tenure\": -1e999999999999}"),
                        "not_finite",
                        feature + "tenure"),
                arguments(
                        "number for category", customer("B", "{\"contract\": 1}"), "wrong_type", feature + "contract"),
                arguments(
                        "true for category", customer("B", "{\"contract\": true}"), "wrong_type", feature + "contract"),
                arguments(
                        "array for category",
                        customer("B", "{\"contract\": [\"yearly\"]}"),
                        "wrong_type",
                        feature + "contract"),
                arguments(
                        "long number",
                        customer("B", "{\"tenure\": 1" + "0".repeat(1_000_000) + "}"),
                        "wrong_type",
                        feature + "tenure"),
                arguments(
                        "long fraction",
                        customer("B", "{\"tenure\": 0." + "1".repeat(1_000_000) + "}"),
                        "wrong_type",
                        feature + "tenure"),
                arguments("long id", safe("x".repeat(1_000_000)), "id_invalid", at + "/customerId"),
                arguments(
                        "long category",
                        customer("B", "{\"contract\": \"" + "x".repeat(70_000) + "\"}"),
                        "wrong_type",
                        feature + "contract"),
                arguments(
                        "long name",
                        customer("B", "{\"" + "n".repeat(1_000_000) + "\": 1}"),
                        "unknown_feature",
                        at + "/features"),
                arguments("long name of a field", "{\"" + "n".repeat(5000) + "\": 1}", "unknown_field", at),
                arguments(
                        "long day",
                        "{\"customerId\": \"B\", \"asOf\": \"" + "2".repeat(100_000)
                                + "\", \"features\": {\"tenure\": 1}}",
                        "wrong_type",
                        at + "/asOf"),
                arguments(
                        "category half a pair",
                        customer("B", "{\"contract\": \"\\ud800\"}"),
                        "wrong_type",
                        feature + "contract"),
                arguments("one for flag", customer("B", "{\"paperless\": 1}"), "wrong_type", feature + "paperless"),
                arguments(
                        "text for flag",
                        customer("B", "{\"paperless\": \"true\"}"),
                        "wrong_type",
                        feature + "paperless"),
                arguments(
                        "day number",
                        "{\"customerId\": \"B\", \"asOf\": 20260131, \"features\": {\"tenure\": 1}}",
                        "wrong_type",
                        at + "/asOf"),
                arguments(
                        "day no date",
                        "{\"customerId\": \"B\", \"asOf\": \"31.1.2026\", \"features\": {\"tenure\": 1}}",
                        "wrong_type",
                        at + "/asOf"),
                arguments(
                        "day with time",
                        "{\"customerId\": \"B\", \"asOf\": \"2026-01-31T00:00\", \"features\": {\"tenure\": 1}}",
                        "wrong_type",
                        at + "/asOf"),
                arguments(
                        "day to come",
                        "{\"customerId\": \"B\", \"asOf\": \"2026-02-03\", \"features\": {\"tenure\": 1}}",
                        "as_of_in_future",
                        at + "/asOf"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badBytes")
    void isAProblemWhenTheBytesAreNoUtf8(String name, byte[] body) {
        Reply reply = server.score(body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("bad_encoding");
    }

    static Stream<Arguments> badBytes() {
        String good = request(safe("A"));
        byte[] latin = request(safe("\u00e9")).getBytes(StandardCharsets.ISO_8859_1);
        byte[] overlong = request(safe("..")).getBytes(StandardCharsets.ISO_8859_1);
        int dots = request(safe("..")).indexOf("..");
        overlong[dots] = (byte) 0xC0;
        overlong[dots + 1] = (byte) 0xAF;
        return Stream.of(
                arguments("byte order mark", ("\uFEFF" + good).getBytes(StandardCharsets.UTF_8)),
                arguments("UTF-16", good.getBytes(StandardCharsets.UTF_16)),
                arguments("UTF-16LE without mark", good.getBytes(StandardCharsets.UTF_16LE)),
                arguments("UTF-32", good.getBytes(Charset.forName("UTF-32BE"))),
                arguments("Latin-1", latin),
                arguments("GB18030", request(safe("客户")).getBytes(Charset.forName("GB18030"))),
                arguments("overlong slash", overlong),
                arguments("cut in a character", Arrays.copyOf("{\"客".getBytes(StandardCharsets.UTF_8), 4)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("badHeaders")
    void isAProblemWhenAHeaderIsBad(String header, String value, int status, String code) {
        Reply reply = server.score(request(safe("A")), header, value);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.text()).doesNotContain(value + "\"");
    }

    static Stream<Arguments> badHeaders() {
        return Stream.of(
                arguments("Content-Type", "text/plain", 415, "unsupported_media_type"),
                arguments("Content-Type", "application/x-www-form-urlencoded", 415, "unsupported_media_type"),
                arguments("Content-Type", "multipart/form-data; boundary=x", 415, "unsupported_media_type"),
                arguments("Content-Type", "application/json; charset=utf-16", 415, "unsupported_media_type"),
                arguments("Content-Type", "application/jsonp", 415, "unsupported_media_type"),
                arguments("Content-Encoding", "gzip", 415, "unsupported_encoding"),
                arguments("Content-Encoding", "identity, br", 415, "unsupported_encoding"),
                arguments("Accept", "text/html", 406, "not_acceptable"),
                arguments("Accept", "application/xml, text/*", 406, "not_acceptable"),
                arguments("Accept", "application/json;q=0, */*", 406, "not_acceptable"));
    }
}
