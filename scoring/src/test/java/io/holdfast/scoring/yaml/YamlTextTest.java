package io.holdfast.scoring.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTextTest {
    private static String readBack(String text) {
        return YamlReader.read(
                        "a.yaml",
                        YamlText.of(text) + ": " + YamlText.of(text) + "\nlist: [" + YamlText.of(text) + "]\n")
                .fields()
                .texts("list")
                .get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenure", "Fiber optic", "客户 类型", "Credit card (automatic)", "a-b.c_d"})
    void leavesHarmlessTextPlain(String text) {
        assertThat(YamlText.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Yes",
                "no",
                "null",
                "~",
                "1",
                "-",
                "a: b",
                "a #b",
                "- a",
                "[x]",
                "{x}",
                "*a",
                "&a",
                "!a",
                "%a",
                "@a",
                "|",
                ">",
                "'",
                "a ",
                " a",
                "012",
                "2026-01-31"
            })
    void quotesWhatAReaderCouldTakeForSomethingElse(String text) {
        assertThat(YamlText.of(text)).startsWith("\"").endsWith("\"");
        assertThat(readBack(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {"say \"hi\" | \"say \\\"hi\\\"\"", "a\\b | \"a\\\\b\""})
    void escapesQuotesAndBackslashes(String text, String written) {
        assertThat(YamlText.of(text)).isEqualTo(written);
    }

    @Test
    void isReadBackEqualWhateverTheText() {
        SplittableRandom random = new SplittableRandom(9);
        String letters = "ab01 :#-,[]{}&*!|>'\"%@`\\\n\r\t~?=<客é\u0000\u001b\u0085\u2028\uFEFF.";
        for (int trial = 0; trial < 3000; trial++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(8);
            for (int i = 0; i < length; i++) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(readBack(text.toString())).isEqualTo(text.toString());
        }
        assertThat(readBack("\uD83D\uDE00")).isEqualTo("\uD83D\uDE00");
        assertThat(YamlText.of("a b ".repeat(1_000_000))).hasSize(4_000_002);
    }
}
