package io.holdfast.scoring.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.holdfast.scoring.fault.Faults;
import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
    @TempDir
    Path directory;

    private static YamlMapping read(String text) {
        return YamlReader.read("dataset.yaml", text);
    }

    private static String scalar(YamlMapping mapping, String key) {
        return ((YamlScalar) node(mapping, key)).text();
    }

    private static YamlNode node(YamlMapping mapping, String key) {
        return mapping.fields().optional(key).orElseThrow();
    }

    private static InputException fault(String text) {
        return Faults.of(() -> read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Yes",
                "no",
                "on",
                "Off",
                "y",
                "N",
                "true",
                "FALSE",
                "null",
                "Null",
                "~",
                "01234",
                "0x1F",
                "0o17",
                "0b1",
                "1_000",
                "1e3",
                "1.0",
                "-0",
                ".5",
                ".inf",
                ".NaN",
                "12:30:45",
                "2026-01-31",
                "2026-01-31T10:00:00Z",
                "=",
                "1,5",
                "客户",
                "a b",
                "C:\\x",
                "\uD83D\uDE00",
                "<<"
            })
    void keepsEveryScalarAsItsCharacters(String text) {
        assertThat(scalar(read("key: " + text + "\n"), "key")).isEqualTo(text);
        assertThat(read(text + ": value\n").entries()).containsOnlyKeys(text);
        assertThat(read("key: [" + text.replace(",", ".") + "]\n")
                        .fields()
                        .texts("key")
                        .get(0))
                .isEqualTo(text.replace(",", "."));
    }

    @Test
    void readsQuotedAndBlockText() {
        YamlMapping mapping = read(
                "single: 'it''s'\ndouble: \"tab\\tand \\u5ba2\"\nempty: \"\"\nfolded: >-\n  one\n  two\nliteral: |\n  one\n  two\n");

        assertThat(scalar(mapping, "single")).isEqualTo("it's");
        assertThat(scalar(mapping, "double")).isEqualTo("tab\tand 客");
        assertThat(scalar(mapping, "empty")).isEmpty();
        assertThat(scalar(mapping, "folded")).isEqualTo("one two");
        assertThat(scalar(mapping, "literal")).isEqualTo("one\ntwo\n");
    }

    @Test
    void keepsTheOrderOfKeysAndItems() {
        YamlMapping mapping = read("zeta: 1\nalpha: [c, a, b]\nmid:\n  - x\n  - y\n");

        assertThat(mapping.entries().keySet()).containsExactly("zeta", "alpha", "mid");
        assertThat(mapping.fields().texts("alpha")).containsExactly("c", "a", "b");
    }

    @Test
    void knowsTheLineOfEveryNode() {
        YamlMapping mapping = read(
                "# comment\n\nfirst: 1\n\nlist:\n  - a\n  - b\nmap:\n  # comment\n  inner: x\nflow: {a: 1,\n  b: 2}\n");

        assertThat(mapping.line("first")).isEqualTo(3);
        assertThat(mapping.line("list")).isEqualTo(5);
        YamlSequence list = (YamlSequence) node(mapping, "list");
        assertThat(list.items()).map(YamlNode::line).containsExactly(6, 7);
        YamlMapping inner = (YamlMapping) node(mapping, "map");
        assertThat(mapping.line("map")).isEqualTo(8);
        assertThat(inner.line("inner")).isEqualTo(10);
        assertThat(((YamlMapping) node(mapping, "flow")).line("b")).isEqualTo(12);
        assertThat(inner.source()).isEqualTo("dataset.yaml");
    }

    @Test
    void countsLinesTheSameWithEveryLineEnding() {
        assertThat(read("a: 1\r\nb: 2\r\nc: 3").line("c")).isEqualTo(3);
        assertThat(read("a: 1\rb: 2\rc: 3").line("c")).isEqualTo(3);
        assertThat(fault("a: 1\rb: \u0001")).hasMessageStartingWith("dataset.yaml line 2: ");
        assertThat(fault("a: 1\r\nb: \u0001")).hasMessageStartingWith("dataset.yaml line 2: ");
    }

    @Test
    void acceptsAByteOrderMark() {
        byte[] marked = "\uFEFFkey: value\n".getBytes(StandardCharsets.UTF_8);

        assertThat(scalar(YamlReader.read("dataset.yaml", marked), "key")).isEqualTo("value");
    }

    @Test
    void readsAFileAndNamesItInFaults() throws IOException {
        Path file = Files.writeString(directory.resolve("数据.yaml"), "a: 1\na: 2\n");

        assertThat(Faults.of(() -> YamlReader.read(file)))
                .hasMessage(file + " line 2: 'a' stands here again; it was given in line 1");
        assertThat(Faults.of(() -> YamlReader.read(directory)).code()).isEqualTo("is_a_directory");
        assertThat(Faults.of(() -> YamlReader.read(directory.resolve("none"))).code())
                .isEqualTo("no_such_file");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("a: 1\nb: 2\na: 3", "duplicate_key", 3, "'a' stands here again; it was given in line 1"),
                arguments("m: {x: 1, x: 2}", "duplicate_key", 1, "'x' stands here again; it was given in line 1"),
                arguments("a: 1\nb:\nc: 2", "missing_value", 2, "'b' has no value; write \"\" for empty text"),
                arguments("a: 1\nb: # nothing", "missing_value", 2, "'b' has no value; write \"\" for empty text"),
                arguments("m: {x: , y: 1}", "missing_value", 1, "'x' has no value; write \"\" for empty text"),
                arguments("a:\n  - x\n  -\n  - y", "missing_value", 3, "a value is missing; write \"\" for empty text"),
                arguments("---", "missing_value", 1, "a value is missing; write \"\" for empty text"),
                arguments("?\n: x", "missing_key", 1, "a value stands here without a key"),
                arguments(
                        "a: &anchor 1",
                        "yaml_anchor",
                        1,
                        "anchors (&) and aliases (*) are not allowed; write the value out"),
                arguments(
                        "a: &anchor",
                        "yaml_anchor",
                        1,
                        "anchors (&) and aliases (*) are not allowed; write the value out"),
                arguments(
                        "a: &anchor {x: 1}",
                        "yaml_anchor",
                        1,
                        "anchors (&) and aliases (*) are not allowed; write the value out"),
                arguments(
                        "&anchor a: 1",
                        "yaml_anchor",
                        1,
                        "anchors (&) and aliases (*) are not allowed; write the value out"),
                arguments(
                        "a: 1\nb: [*anchor]",
                        "yaml_anchor",
                        2,
                        "anchors (&) and aliases (*) are not allowed; write the value out"),
                arguments(
                        "*a : 1", "yaml_anchor", 1, "anchors (&) and aliases (*) are not allowed; write the value out"),
                arguments("a: !!int 1", "yaml_tag", 1, "tags (!) are not allowed; every value is text"),
                arguments("a: !java.net.URL [x]", "yaml_tag", 1, "tags (!) are not allowed; every value is text"),
                arguments("a: ! 1", "yaml_tag", 1, "tags (!) are not allowed; every value is text"),
                arguments("!!str a: 1", "yaml_tag", 1, "tags (!) are not allowed; every value is text"),
                arguments("a: 1\n---\nb: 2", "many_documents", 2, "a second document begins; expected one"),
                arguments("- a\n- b", "wrong_type", 1, "the file holds a list; expected keys with values"),
                arguments("just text", "wrong_type", 1, "the file holds text; expected keys with values"),
                arguments("a: [1, 2", "yaml_syntax", 1, "not valid YAML: expected ',' or ']', but got <stream end>"),
                arguments("a: 1\n b: 2", "yaml_syntax", 2, "not valid YAML: mapping values are not allowed here"),
                arguments(
                        "a:\n\tb: 2",
                        "yaml_syntax",
                        2,
                        "not valid YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)"),
                arguments("a: 'open", "yaml_syntax", 1, "not valid YAML: found unexpected end of stream"),
                arguments("? [a, b]\n: c", "yaml_syntax", 1, "a key must be text, not a list or a mapping"),
                arguments(
                        "a: @b",
                        "yaml_syntax",
                        1,
                        "not valid YAML: found character '@' that cannot start any token. (Do not use @ for indentation)"),
                arguments(
                        "%YAML 9.9\n---\na: 1",
                        "yaml_syntax",
                        1,
                        "not valid YAML: found incompatible YAML document (version 1.* is required)"));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("faults")
    void refusesWhatIsNotPlainSettings(String text, String code, int line, String sentence) {
        InputException fault = fault(text);

        assertThat(fault).hasMessage("dataset.yaml line " + line + ": " + sentence);
        assertThat(fault.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only a comment\n", "\uFEFF", "  "})
    void refusesAFileWithoutContent(String text) {
        assertThat(fault(text).code()).isEqualTo("empty_file");
    }

    @ParameterizedTest(name = "U+{0}")
    @CsvSource({"0000", "0001", "001B", "007F", "0080", "FFFE", "FFFF", "D800"})
    void namesTheLineOfACharacterThatIsNoText(String code) {
        char odd = (char) Integer.parseInt(code, 16);

        assertThat(fault("a: 1\nb: x" + odd + "y\n"))
                .hasMessage("dataset.yaml line 2: character U+" + code + "; expected plain text");
    }

    @Test
    void namesTheLineOfAByteThatIsNotUtf8() {
        byte[] latin = "a: 1\nb: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

        InputException fault = Faults.of(() -> YamlReader.read("dataset.yaml", latin));

        assertThat(fault.code()).isEqualTo("not_utf8");
        assertThat(fault).hasMessage("dataset.yaml line 2: byte 12 (0xE9) is not valid UTF-8; save the file as UTF-8");
    }

    @Test
    void limitsDepth() {
        assertThat(read("a: " + "[".repeat(30) + "x" + "]".repeat(30)).entries())
                .containsOnlyKeys("a");

        assertThat(fault("a: " + "[".repeat(50_000)).code()).isEqualTo("too_deep");
        assertThat(fault("a: " + "{b: ".repeat(1000)))
                .hasMessage("dataset.yaml line 1: more than 32 levels of nesting");
    }

    @Test
    void limitsSize() throws IOException {
        Path file = Files.writeString(directory.resolve("large.yaml"), "a: " + "x".repeat(4 << 20));

        assertThat(Faults.of(() -> YamlReader.read(file)).code()).isEqualTo("file_too_large");
        assertThat(fault("a: " + "x".repeat(4 << 20)).code()).isEqualTo("file_too_large");
        assertThat(fault("a: 1\nb: " + "x".repeat(1 << 16)))
                .hasMessage("dataset.yaml line 2: more than 65536 characters in a line");
        assertThat(read("a: 1\n" + "# comment\n".repeat(400_000)).entries()).hasSize(1);
    }

    static int[] seeds() {
        return new int[] {1, 2, 3, 4, 5};
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void answersAnyTextWithATreeOrARefusal(int seed) {
        String[] pieces = {
            "a", "b: ", "\n", "  ", "- ", "[", "]", "{", "}", ",", ": ", "\"", "'", "&x ", "*x", "!t ", "|\n", ">",
            "# c\n", "---", "...", "%", "@", "\t", "客", "? ", "~", "\\", "\u0085", "\u2028", "\r\n"
        };
        SplittableRandom random = new SplittableRandom(seed);
        for (int trial = 0; trial < 1000; trial++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(1, 25);
            for (int i = 0; i < length; i++) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            try {
                assertThat(read(text.toString()).entries()).as(text.toString()).isNotNull();
            } catch (InputException e) {
                assertThat(e.getMessage())
                        .as(text.toString())
                        .startsWith("dataset.yaml ")
                        .doesNotContain("\n");
            }
        }
    }
}
