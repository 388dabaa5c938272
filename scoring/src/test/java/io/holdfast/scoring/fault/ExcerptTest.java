package io.holdfast.scoring.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {
    @Test
    void putsTheValueInQuotes() {
        assertThat(Excerpt.of("12,5")).isEqualTo("'12,5'");
        assertThat(Excerpt.of("")).isEqualTo("''");
        assertThat(Excerpt.of("客户 №7")).isEqualTo("'客户 №7'");
    }

    @Test
    void cutsALongValueAndSaysSo() {
        assertThat(Excerpt.of("x".repeat(60))).isEqualTo("'" + "x".repeat(60) + "'");
        assertThat(Excerpt.of("x".repeat(61))).isEqualTo("'" + "x".repeat(60) + "'...");
        assertThat(Excerpt.of("x".repeat(20_000_000))).hasSize(65);
    }

    @Test
    void neverCutsACharacterInTwo() {
        String grin = "\uD83D\uDE00";

        assertThat(Excerpt.of("x".repeat(59) + grin + "y")).isEqualTo("'" + "x".repeat(59) + "'...");
        assertThat(Excerpt.of("x".repeat(58) + grin)).isEqualTo("'" + "x".repeat(58) + grin + "'");
    }

    @Test
    void neverShowsMoreThanHalfAnId() {
        assertThat(Excerpt.ofId("T0002")).isEqualTo("'T0'...");
        assertThat(Excerpt.ofId("7")).isEqualTo("''...");
        assertThat(Excerpt.ofId("1".repeat(60))).isEqualTo("'11111111'...");
        assertThat(Excerpt.ofId("\uD83D\uDE00x")).isEqualTo("''...");
        assertThat(Excerpt.ofId("\u001B[31mred")).isEqualTo("'\\u001B[31'...");
    }

    @ParameterizedTest(name = "U+{0}")
    @CsvSource({
        "A, \\n",
        "D, \\r",
        "9, \\t",
        "0, \\u0000",
        "1B, \\u001B",
        "7F, \\u007F",
        "85, \\u0085",
        "202E, \\u202E",
        "2028, \\u2028",
        "D800, \\uD800",
        "FEFF, \\uFEFF"
    })
    void escapesWhatCouldBreakTheLineOrSteerATerminal(String point, String shown) {
        String value = "a" + (char) Integer.parseInt(point, 16) + "b";

        assertThat(Excerpt.of(value)).isEqualTo("'a" + shown + "b'");
    }
}
