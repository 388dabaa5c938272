package io.holdfast.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodingTest {
    private final NumberCoding numbers = new NumberCoding(List.of(0.0, 10.0, 20.0), -5, 30);
    private final CategoryCoding levels = new CategoryCoding(List.of("b", "", "A"));

    @ParameterizedTest
    @CsvSource({
        "NaN, 0",
        "-Infinity, 2",
        "-0.5, 2",
        "-0.0, 3",
        "0, 3",
        "9.999, 3",
        "10, 4",
        "19.5, 4",
        "20, 5",
        "1e300, 5"
    })
    void aNumberBelowACutStandsLeftOfIt(double value, int bin) {
        assertThat(numbers.bin(value)).isEqualTo(bin);
    }

    @Test
    void withoutCutsAllNumbersShareABin() {
        NumberCoding coding = new NumberCoding(List.of(), 0, 0);

        assertThat(coding.bins()).isEqualTo(3);
        assertThat(coding.bin(-7)).isEqualTo(coding.bin(7)).isEqualTo(Coding.FIRST);
    }

    @ParameterizedTest
    @CsvSource({"-5.5, -5, true", "-5, -5, false", "7, 7, false", "30, 30, false", "30.5, 30, true"})
    void clampsToTheTrainingRangeAndKnowsWhatLiesOutside(double value, double clamped, boolean outside) {
        assertThat(numbers.clamp(value)).isEqualTo(clamped);
        assertThat(numbers.outside(value)).isEqualTo(outside);
    }

    @Test
    void levelsAreComparedExactly() {
        assertThat(levels.bins()).isEqualTo(5);
        assertThat(List.of(levels.bin("b"), levels.bin(""), levels.bin("A"))).containsExactly(2, 3, 4);
        assertThat(List.of(levels.bin("a"), levels.bin("b "), levels.bin("never")))
                .containsOnly(Coding.RARE);
    }

    @Test
    void aRowCanBeUsedAgain() {
        CodedRow row = new CodedRow(List.of(new ModelInput("n", numbers), new ModelInput("l", levels)));
        row.number(0, 100);
        row.level(1, "b");
        assertThat(row.number(0)).isEqualTo(30);
        assertThat(List.of(row.bin(0), row.bin(1))).containsExactly(5, 2);

        row.number(0, Double.NaN);
        assertThat(row.number(0)).isNaN();
        assertThat(row.bin(0)).isEqualTo(Coding.MISSING);

        row.clear();
        assertThat(row.bin(1)).isEqualTo(Coding.MISSING);
    }
}
