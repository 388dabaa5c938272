package io.holdfast.scoring.reason;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.table.NumberText;
import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberWordsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "-1, -1",
        "95.5, 95.5",
        "12345678.9, 12345678.9",
        "-12345678.9, -12345678.9",
        "123456789012.25, 123456789012.25",
        "1e14, 100000000000000",
        "1e15, 1×10^15",
        "1.5e300, 1.5×10^300",
        "-2.5e20, -2.5×10^20",
        "0.00001, 0.00001",
        "0.000001, 0.000001",
        "-0.00025, -0.00025",
        "0.0000001, 1×10^-7",
        "-4.9e-324, -4.9×10^-324",
        "0.30000000000000004, 0.3",
        "70.30000000000001, 70.3",
        "6.41463414634146, 6.41",
        "12.345, 12.345",
        "12.3456, 12.35",
        "-1234.5678, -1234.57",
        "0.414634146341463, 0.415",
        "0.0041463414634, 0.00415",
        "0.99999, 1",
        "1.0004, 1",
        "999999.99999, 1000000",
        "1.23456e-9, 1.23×10^-9",
        "9.99999e20, 1×10^21",
    })
    void numbersReadAsPeopleWriteThem(double value, String words) {
        assertThat(NumberWords.of(value)).isEqualTo(words);
    }

    @Test
    void anyNumberHasNoExponentLetterAndSaysItsValueToHalfAPercent() {
        SplittableRandom random = new SplittableRandom(20261122);
        for (int i = 0; i < 20_000; i++) {
            double value = i % 2 == 0
                    ? Double.longBitsToDouble(random.nextLong())
                    : (random.nextDouble() - .5) * StrictMath.pow(10, random.nextInt(-8, 18));
            if (Double.isFinite(value)) {
                String words = NumberWords.of(value);

                assertThat(words)
                        .matches("-?[0-9]+(\\.[0-9]*[1-9])?(×10\\^-?[0-9]+)?")
                        .isNotEqualTo("-0");
                assertThat(words.length()).as(words).isLessThan(30);
                double said = new BigDecimal(words.replace("×10^", "E")).doubleValue();
                assertThat(StrictMath.abs(said - value))
                        .as(words)
                        .isLessThanOrEqualTo(0.005 * StrictMath.abs(value) + Double.MIN_VALUE);
            }
        }
    }

    @Test
    void aPlainNumberIsItsShortestForm() {
        SplittableRandom random = new SplittableRandom(20261123);
        for (int i = 0; i < 20_000; i++) {
            double value = (random.nextInt(2_000_001) - 1_000_000) / StrictMath.pow(10, random.nextInt(6));
            if (NumberWords.plain(value)) {
                assertThat(NumberWords.of(value)).isEqualTo(NumberText.write(value));
            }
        }
        assertThat(NumberWords.plain(70.35)).isTrue();
        assertThat(NumberWords.plain(0)).isFalse();
        assertThat(NumberWords.plain(1e15)).isFalse();
    }
}
