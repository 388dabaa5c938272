package io.holdfast.scoring.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
    private static final Pattern GRAMMAR = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "7, 7",
        "-7, -7",
        "+7, 7",
        "007, 7",
        "29.85, 29.85",
        "-0.5, -0.5",
        "1e5, 100000",
        "1E+5, 100000",
        "2.5e-3, 0.0025",
        "1889.50, 1889.5",
        "999999999999999, 999999999999999",
        "0.000000000000001, 1e-15",
        "9007199254740993, 9007199254740992",
        "0.1, 0.1",
        "179769313486231570e291, 1.7976931348623157e308",
        "1e-400, 0",
        "123456789012345678901234567890, 1.2345678901234568e29"
    })
    void readsNumbers(String text, double value) {
        assertThat(NumberText.isNumber(text)).isTrue();
        assertThat(NumberText.parse(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1 ",
                " 1",
                "+",
                "-",
                ".",
                ".5",
                "5.",
                "1.e5",
                "e5",
                "1e",
                "1e+",
                "1,5",
                "1.234,5",
                "1,234",
                "1 234",
                "1_000",
                "0x10",
                "0x1p3",
                "1f",
                "1d",
                "1L",
                "NaN",
                "Infinity",
                "-Infinity",
                "inf",
                "NULL",
                "NA",
                "-",
                "--1",
                "+-1",
                "1.2.3",
                "1e5.0",
                "１２",
                "٣",
                "½",
                "−1",
                "1e999",
                "-1e999",
                "5%",
                "$5",
                "true",
                "1\u0000"
            })
    void refusesWhatIsNoNumber(String text) {
        assertThat(NumberText.isNumber(text)).isFalse();
        assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> NumberText.parse(text));
    }

    @Test
    void refusesAMillionDigitsAtOnce() {
        assertThat(NumberText.isNumber("9".repeat(1_000_000))).isFalse();
        assertThat(NumberText.isNumber("0." + "1".repeat(900))).isTrue();
        assertThat(NumberText.isNumber("9".repeat(400))).isFalse();
    }

    @Test
    void keepsTheSignOfANegativeZero() {
        assertThat(Double.doubleToRawLongBits(NumberText.parse("-0.0"))).isEqualTo(Double.doubleToRawLongBits(-0.0));
    }

    @Test
    void acceptsExactlyItsGrammarAndReadsTheSameBitsAsJava() {
        SplittableRandom random = new SplittableRandom(7);
        String letters = "0123456789012345678901234567890123456789..+-eE xfN,_";
        for (int trial = 0; trial < 200_000; trial++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(1, 24);
            for (int i = 0; i < length; i++) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            String cell = text.toString();
            double java = GRAMMAR.matcher(cell).matches() ? Double.parseDouble(cell) : Double.NaN;
            double expected = Double.isInfinite(java) ? Double.NaN : java;
            assertThat(Double.doubleToLongBits(NumberText.value(cell)))
                    .as(cell)
                    .isEqualTo(Double.doubleToLongBits(expected));
        }
    }

    @Test
    void readsDecimalsToTheNearestDouble() {
        SplittableRandom random = new SplittableRandom(11);
        for (int trial = 0; trial < 200_000; trial++) {
            int decimals = random.nextInt(0, 12);
            long digits = random.nextLong(0, (long) Math.pow(10, random.nextInt(1, 19)));
            String all = String.valueOf(digits);
            String padded = "0".repeat(Math.max(0, decimals + 1 - all.length())) + all;
            String cell = decimals == 0
                    ? padded
                    : padded.substring(0, padded.length() - decimals) + "."
                            + padded.substring(padded.length() - decimals);
            assertThat(NumberText.parse(cell)).as(cell).isEqualTo(Double.parseDouble(cell));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3, 3",
        "-3, -3",
        "0.0, 0",
        "-0.0, 0",
        "0.1, 0.1",
        "0.001, 0.001",
        "0.0001, 1.0E-4",
        "1.0E-5, 1.0E-5",
        "12345678, 12345678",
        "12345678.5, 1.23456785E7",
        "1e14, 100000000000000",
        "1e15, 1.0E15",
        "1e23, 1.0E23",
        "4.9e-324, 4.9E-324",
        "1.7976931348623157e308, 1.7976931348623157E308"
    })
    void writesTheShortestText(double value, String text) {
        assertThat(NumberText.write(value)).isEqualTo(text);
    }

    /** The values are those for which Double.toString of Java 17 writes digits that Java 19 and later do not need. */
    @ParameterizedTest
    @CsvSource({"6.26090302E19", "9.52035217E18", "5.617746189999999E16", "9.69120359E18", "1.3832477900000002E17"})
    void writesTheSameOnEveryJava(String text) {
        assertThat(NumberText.write(Double.parseDouble(text))).isEqualTo(text);
    }

    @Test
    void readsBackWhatItWrites() {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 200_000; trial++) {
            double value = random.nextBoolean()
                    ? Double.longBitsToDouble(random.nextLong())
                    : random.nextInt(-5000, 5000) / 100.0;
            if (Double.isFinite(value)) {
                assertThat(NumberText.parse(NumberText.write(value))).isEqualTo(value == 0 ? 0.0 : value);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void writesNothingThatIsNotFinite(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumberText.write(value))
                .withMessageContaining("finite");
    }
}
