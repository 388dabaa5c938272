package io.holdfast.scoring.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.fault.Faults;
import io.holdfast.scoring.fault.InputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFieldsTest {
    private enum Size {
        SMALL,
        LARGE
    }

    private static final Map<String, Size> SIZES = sizes();

    private static Map<String, Size> sizes() {
        Map<String, Size> sizes = new LinkedHashMap<>();
        sizes.put("small", Size.SMALL);
        sizes.put("large", Size.LARGE);
        return sizes;
    }

    private static YamlFields fields(String text) {
        return YamlReader.read("a.yaml", text).fields();
    }

    private static InputException fault(String text, Consumer<YamlFields> reading) {
        YamlFields fields = fields(text);
        return Faults.of(() -> reading.accept(fields));
    }

    @Test
    void readsEveryKindOfValue() {
        YamlFields fields = fields(
                "text: Yes\ncount: 12\nshare: 0.25\nflag: true\nsize: large\nlist: [a, \"\", No]\nmap: {x: 1}\n");

        assertThat(fields.text("text")).isEqualTo("Yes");
        assertThat(fields.wholeNumber("count", 1, 12)).isEqualTo(12);
        assertThat(fields.optionalWholeNumber("count", 1, 12)).hasValue(12);
        assertThat(fields.number("share", 0, 1)).isEqualTo(0.25);
        assertThat(fields.flag("flag", false)).isTrue();
        assertThat(fields.choice("size", SIZES)).isEqualTo(Size.LARGE);
        assertThat(fields.texts("list")).containsExactly("a", "", "No");
        assertThat(fields.sequence("list").items()).hasSize(3);
        assertThat(fields.mapping("map").entries()).containsOnlyKeys("x");
        fields.finish();
    }

    @Test
    void saysWhichLineAFormatTakes() {
        assertThat(fields("format: 2\n").format(List.of("1", "2"))).isEqualTo("2");
        assertThat(fault("name: a\n", fields -> fields.format(List.of("1"))))
                .hasMessage("a.yaml line 1: 'format' is missing; expected the line 'format: 1'");
        assertThat(fault("a: 1\nformt: 1\n", fields -> fields.format(List.of("1", "2"))))
                .hasMessage(
                        "a.yaml line 1: 'format' is missing; expected the line 'format: 1' or 'format: 2'; is 'formt' in"
                                + " line 2 meant?");
        InputException newer = fault("a: 1\nformat: 3\n", fields -> fields.format(List.of("1", "2")));
        assertThat(newer).hasMessage("a.yaml line 2: 'format' is '3'; this version reads formats 1 and 2");
        assertThat(newer.code()).isEqualTo("unsupported_format");
    }

    @Test
    void fallsBackWhereAKeyIsAbsent() {
        YamlFields fields = fields("other: 1\n");

        assertThat(fields.has("text")).isFalse();
        assertThat(fields.text("text", "none")).isEqualTo("none");
        assertThat(fields.wholeNumber("count", 1, 12, 30)).isEqualTo(30);
        assertThat(fields.optionalWholeNumber("count", 1, 12)).isEmpty();
        assertThat(fields.number("share", 0, 1, 0.5)).isEqualTo(0.5);
        assertThat(fields.flag("flag", true)).isTrue();
        assertThat(fields.choice("size", SIZES, Size.SMALL)).isEqualTo(Size.SMALL);
        assertThat(fields.texts("list")).isEmpty();
        assertThat(fields.optionalMapping("map")).isEmpty();
        assertThat(fields.optionalSequence("list")).isEmpty();
        assertThat(fields.optional("anything")).isEmpty();
    }

    @Test
    void namesTheMissingKeyAndWhatItShouldHold() {
        assertThat(fault("a: 1\n", fields -> fields.text("name")))
                .hasMessage("a.yaml line 1: 'name' is missing; expected text");
        assertThat(fault("a: 1\n", fields -> fields.choice("size", SIZES)))
                .hasMessage("a.yaml line 1: 'size' is missing; expected one of small, large");
        assertThat(fault("a: 1\n", fields -> fields.wholeNumber("n", 1, 5)).code())
                .isEqualTo("missing_key");
    }

    @Test
    void pointsAtTheMisspelledKey() {
        assertThat(fault("other: 1\nnmae: x\n", fields -> fields.text("name")))
                .hasMessage("a.yaml line 1: 'name' is missing; expected text; is 'nmae' in line 2 meant?");
        assertThat(fault("names: x\n", fields -> {
                    fields.text("names");
                    fields.text("name");
                }))
                .as("a key that was asked for is not meant otherwise")
                .hasMessage("a.yaml line 1: 'name' is missing; expected text");
    }

    @Test
    void saysWhoseFieldItIs() {
        YamlMapping tenure = fields("columns:\n  tenure:\n    size: big\n")
                .mapping("columns")
                .fields()
                .mapping("tenure");
        YamlFields fields = tenure.fields("column 'tenure'");

        assertThat(Faults.of(() -> fields.choice("size", SIZES)))
                .hasMessage("a.yaml line 3: column 'tenure' has size 'big'; expected one of small, large");
        assertThat(Faults.of(() -> fields.text("role")))
                .hasMessage("a.yaml line 3: 'role' of column 'tenure' is missing; expected text");
        assertThat(Faults.of(() -> YamlReader.read("a.yaml", "sise: x\n")
                        .fields("column 'a'")
                        .finish()))
                .hasMessageStartingWith("a.yaml line 1: column 'a' has the unknown key 'sise'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "13", "1.0", "1e1", "twelve", "0x1", "99999999999999999999", "1_0", "１２", "\"\""})
    void refusesWhatIsNoWholeNumberInItsRange(String value) {
        InputException fault = fault("\nn: " + value + "\n", fields -> fields.wholeNumber("n", 1, 12));

        assertThat(fault)
                .hasMessageStartingWith("a.yaml line 2: 'n' is ")
                .hasMessageContaining(value.equals("\"\"") ? "empty" : "; expected a whole number from 1 to 12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "1.1", "NaN", "Infinity", "1f", ".5", "5.", "0,5", "1e999"})
    void refusesWhatIsNoNumberInItsRange(String value) {
        assertThat(fault("n: " + value + "\n", fields -> fields.number("n", 0, 1)))
                .hasMessage("a.yaml line 1: 'n' is '" + value + "'; expected a number from 0.0 to 1.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "True", "on", "1", "falsch"})
    void takesOnlyTrueAndFalseForAFlag(String value) {
        assertThat(fault("f: " + value + "\n", fields -> fields.flag("f", true)))
                .hasMessage("a.yaml line 1: 'f' is '" + value + "'; expected true or false");
    }

    @Test
    void refusesAnotherShapeThanExpected() {
        String text = "text: x\nlist: [a]\nmap: {x: 1}\nnested: [a, [b]]\n";

        assertThat(fault(text, fields -> fields.text("list")))
                .hasMessage("a.yaml line 2: 'list' is a list; expected text");
        assertThat(fault(text, fields -> fields.text("map")))
                .hasMessage("a.yaml line 3: 'map' is a mapping; expected text");
        assertThat(fault(text, fields -> fields.mapping("text")))
                .hasMessage("a.yaml line 1: 'text' is text; expected a mapping");
        assertThat(fault(text, fields -> fields.optionalSequence("map")))
                .hasMessage("a.yaml line 3: 'map' is a mapping; expected a list");
        assertThat(fault(text, fields -> fields.texts("nested")))
                .hasMessage("a.yaml line 4: 'nested' holds a list; expected a list of texts");
    }

    @Test
    void refusesAnUnknownKeyNamingTheKnownOnes() {
        InputException fault = fault("name: x\ntitel: y\n", fields -> {
            fields.text("name");
            fields.optional("title");
            fields.flag("draft", false);
            fields.finish();
        });

        assertThat(fault.code()).isEqualTo("unknown_key");
        assertThat(fault)
                .hasMessage("a.yaml line 2: unknown key 'titel'; known are draft, name, title; did you mean 'title'?");
    }

    @Test
    void letsOthersReportAtTheLineOfAKey() {
        YamlFields fields = fields("a: 1\nb: 2\n");

        assertThat(fields.line()).isEqualTo(1);
        assertThat(fields.fault("b", "some_code", "b is odd")).hasMessage("a.yaml line 2: b is odd");
        assertThat(fields.fault("none", "some_code", "none is odd")).hasMessage("a.yaml line 1: none is odd");
    }
}
