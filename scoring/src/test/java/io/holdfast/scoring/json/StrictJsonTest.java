package io.holdfast.scoring.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.scoring.fault.InputException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    private static final String WHOLE =
            "{\"text\": \"a\", \"whole\": 1, \"number\": 0.5, \"flag\": true, \"kind\": \"ONE\", \"list\": [1.5], \"maybe\": null}";

    enum Kind {
        ONE,
        TWO
    }

    record Document(
            String text,
            int whole,
            double number,
            boolean flag,
            Kind kind,
            List<Double> list,
            @JsonSetter(nulls = Nulls.SET) @Nullable Integer maybe) {
        Document {
            if (whole < 0) {
                throw new IllegalArgumentException("whole: " + whole + " (expected: 0 or more)");
            }
        }
    }

    private static Document read(String json) {
        return StrictJson.read("file.json", json.getBytes(StandardCharsets.UTF_8), Document.class);
    }

    @Test
    void readsWhatHasTheRightTypes() {
        assertThat(read(WHOLE)).isEqualTo(new Document("a", 1, 0.5, true, Kind.ONE, List.of(1.5), null));
        assertThat(read(WHOLE.replace("0.5", "5")).number()).isEqualTo(5);
        assertThat(read(WHOLE.replace("null", "7")).maybe()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"text\": \"a\"   | \"text\": 1             | text",
                "\"text\": \"a\"   | \"text\": 1.5           | text",
                "\"text\": \"a\"   | \"text\": true          | text",
                "\"text\": \"a\"   | \"text\": null          | text: null (expected: a value)",
                "\"text\": \"a\"   | \"text\": [\"a\"]       | text",
                "\"whole\": 1      | \"whole\": 1.0          | whole",
                "\"whole\": 1      | \"whole\": 1.9          | whole",
                "\"whole\": 1      | \"whole\": \"1\"        | whole",
                "\"whole\": 1      | \"whole\": \"\"         | whole",
                "\"whole\": 1      | \"whole\": true         | whole",
                "\"whole\": 1      | \"whole\": null         | whole",
                "\"whole\": 1      | \"whole\": 3000000000   | 3000000000",
                "\"whole\": 1      | \"whole\": -1           | whole: -1 (expected: 0 or more)",
                "\"whole\": 1      | \"whole\": 01           | line 1",
                "\"number\": 0.5   | \"number\": \"0.5\"     | number",
                "\"number\": 0.5   | \"number\": \"NaN\"     | number",
                "\"number\": 0.5   | \"number\": \"Infinity\"| number",
                "\"number\": 0.5   | \"number\": NaN         | NaN",
                "\"number\": 0.5   | \"number\": 1e999       | number: a number beyond what a double can hold",
                "\"number\": 0.5   | \"number\": -1e999      | number: a number beyond what a double can hold",
                "\"number\": 0.5   | \"number\": true        | number",
                "\"number\": 0.5   | \"number\": .5          | line 1",
                "\"number\": 0.5   | \"number\": +0.5        | line 1",
                "[1.5]             | [1.5, \"2\"]            | list[1]",
                "[1.5]             | [1.5, null]             | list",
                "[1.5]             | 1.5                     | list",
                "[1.5]             | \"\"                    | list",
                "\"flag\": true    | \"flag\": 1             | flag",
                "\"flag\": true    | \"flag\": \"true\"      | flag",
                "\"kind\": \"ONE\" | \"kind\": 0             | kind",
                "\"kind\": \"ONE\" | \"kind\": \"one\"       | kind",
                "\"kind\": \"ONE\" | \"kind\": \"\"          | kind",
                "\"flag\": true,   | ''                      | flag",
                "\"flag\": true    | \"flag\": true, \"flag\": true | 'flag'",
                "\"flag\": true    | \"flag\": true, \"flagg\": 1   | unknown key 'flagg'; did you mean 'flag'?",
                "{\"text\"         | [{\"text\"              | line 1",
                "{\"text\"         | /* hi */ {\"text\"      | line 1",
            })
    void refusesWhateverElse(String before, String after, String words) {
        assertThat(WHOLE).contains(before);

        assertThatThrownBy(() -> read(WHOLE.replace(before, after)))
                .isInstanceOfSatisfying(
                        InputException.class, e -> assertThat(e.code()).isEqualTo("bad_json"))
                .hasMessageStartingWith("file.json")
                .hasMessageContaining(words)
                .message()
                .doesNotContain("`", "io.holdfast", "java.", "[Source");
    }

    @ParameterizedTest
    @ValueSource(strings = {" x", "{}", " 1", ","})
    void refusesAnythingBehindTheEnd(String tail) {
        assertThatThrownBy(() -> read(WHOLE + tail)).isInstanceOf(InputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "1", "\"text\"", "[]", "{"})
    void refusesWhatIsNoDocument(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(InputException.class).hasMessageStartingWith("file.json");
    }

    @Test
    void namesLineAndColumn() {
        assertThatThrownBy(() -> read("{\n  \"text\": \"a\",\n  \"whole\": \"1\"\n}"))
                .hasMessageStartingWith("file.json line 3 column 12: whole: ");
    }

    @Test
    void readsUtf8AndNothingElse() {
        String chinese = WHOLE.replace("\"a\"", "\"月\"");
        assertThat(read(chinese).text()).isEqualTo("月");
        for (byte[] wrong : List.of(
                chinese.getBytes(StandardCharsets.UTF_16),
                chinese.getBytes(StandardCharsets.UTF_16LE),
                ("\ufeff" + WHOLE).getBytes(StandardCharsets.UTF_8),
                WHOLE.replace("\"a\"", "\"é\"").getBytes(StandardCharsets.ISO_8859_1))) {
            assertThatThrownBy(() -> StrictJson.read("file.json", wrong, Document.class))
                    .isInstanceOf(InputException.class);
        }
    }

    @Test
    void refusesDocumentsBeyondItsLimits() {
        assertThatThrownBy(() -> read(WHOLE.replace("[1.5]", "[".repeat(40) + "]".repeat(40))))
                .isInstanceOf(InputException.class);
        assertThatThrownBy(() -> read(WHOLE.replace("0.5", "0." + "5".repeat(100))))
                .isInstanceOf(InputException.class);
        assertThatThrownBy(() -> read(WHOLE.replace("\"a\"", "\"" + "a".repeat(2_000_000) + "\"")))
                .isInstanceOf(InputException.class);
        assertThatThrownBy(() -> read(WHOLE.replace("\"flag\"", "\"" + "f".repeat(300) + "\"")))
                .isInstanceOf(InputException.class);
    }

    @Test
    void readsItsOwnNumbersToTheLastBit() {
        double[] numbers = {0.1, 1.0E-5, 1e21, 2.0E-3, 123456789.125, Double.MIN_VALUE, Double.MAX_VALUE, -0.0, 2e-3};
        for (double number : numbers) {
            byte[] json = StrictJson.write(new Document("a", 1, number, true, Kind.ONE, List.of(number), null));
            Document again = StrictJson.read("file.json", json, Document.class);
            assertThat(Double.doubleToRawLongBits(again.number())).isEqualTo(Double.doubleToRawLongBits(number));
        }
    }

    @Test
    void writesEqualDocumentsAsEqualBytes() {
        Map<String, Object> one = new HashMap<>();
        List<String> keys = Arrays.asList("b", "a", "Z", "月", "10", "9");
        keys.forEach(key -> one.put(key, 2.0E-3));

        // Keys in the order of their UTF-16 units; the number as OpenJDK 19 and later print it, on any version.
        assertThat(new String(StrictJson.write(one), StandardCharsets.UTF_8)).isEqualTo("""
                        {
                          "10": 0.002,
                          "9": 0.002,
                          "Z": 0.002,
                          "a": 0.002,
                          "b": 0.002,
                          "月": 0.002
                        }
                        """);
    }

    @Test
    void writesListsOnOneLineAndEndsWithALineBreak() {
        assertThat(new String(
                        StrictJson.write(new Document("a\n\"", 1, 1e-5, true, Kind.TWO, List.of(1.0, 2.5), null)),
                        StandardCharsets.UTF_8))
                .isEqualTo("""
                        {
                          "text": "a\\n\\"",
                          "whole": 1,
                          "number": 1.0E-5,
                          "flag": true,
                          "kind": "TWO",
                          "list": [ 1.0, 2.5 ],
                          "maybe": null
                        }
                        """);
    }

    @Test
    void aMapperOfItsOwnKeepsTheStrictnessUnderOtherLimits() throws JsonProcessingException {
        ObjectMapper mapper = StrictJson.strict(
                StreamReadConstraints.builder().maxStringLength(5).build());

        assertThat(mapper.readValue(WHOLE.replace("\"a\"", "\"abcde\""), Document.class)
                        .text())
                .isEqualTo("abcde");
        assertThatThrownBy(() -> mapper.readValue(WHOLE.replace("\"a\"", "\"abcdef\""), Document.class))
                .isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> mapper.readValue(WHOLE.replace("0.5", "\"NaN\""), Document.class))
                .isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> mapper.readTree("{\"a\": 1, \"a\": 1}")).isInstanceOf(JsonProcessingException.class);
    }
}
