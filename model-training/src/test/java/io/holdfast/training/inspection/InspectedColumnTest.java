package io.holdfast.training.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.dataset.ColumnKind;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InspectedColumnTest {
    @Test
    void twoWordsForYesAndNoAreAFlag() {
        assertThat(kind(row -> row % 2 == 0 ? "yes" : "no")).isEqualTo(ColumnKind.FLAG);
        assertThat(kind(row -> row % 2 == 0 ? "1" : "0")).isEqualTo(ColumnKind.FLAG);
        assertThat(kind(row -> row % 2 == 0 ? "1.0" : "0.0")).isEqualTo(ColumnKind.FLAG);
        assertThat(kind(row -> row % 2 == 0 ? "是" : "否")).isEqualTo(ColumnKind.FLAG);
        assertThat(kind(row -> row % 2 == 0 ? "T" : "F")).isEqualTo(ColumnKind.FLAG);
    }

    @Test
    void twoOtherValuesAreNot() {
        assertThat(kind(row -> row % 2 == 0 ? "yes" : "maybe")).isEqualTo(ColumnKind.CATEGORY);
        assertThat(kind(row -> row % 2 == 0 ? "1" : "2")).isEqualTo(ColumnKind.NUMBER);
        assertThat(kind(row -> row % 2 == 0 ? "yes" : "true")).isEqualTo(ColumnKind.CATEGORY);
    }

    @Test
    void codesWithLeadingZerosAreWords() {
        assertThat(kind(row -> String.format("%05d", row % 40))).isEqualTo(ColumnKind.CATEGORY);
        assertThat(kind(row -> String.valueOf(row % 40))).isEqualTo(ColumnKind.NUMBER);
    }

    @Test
    void wordsOfTheirOwnTellRowsApart() {
        assertThat(column("x", row -> "w" + row).identifies()).isTrue();
        assertThat(column("x", row -> "w" + row / 2).identifies()).isFalse();
        assertThat(column("x", row -> row == 0 ? "" : "w" + row).identifies()).isFalse();
    }

    @Test
    void wholeNumbersInANarrowRangeTellRowsApart() {
        assertThat(column("x", row -> String.valueOf(5000 + 3 * row)).identifies())
                .isTrue();
        assertThat(column("x", row -> String.valueOf(row * row)).identifies()).isFalse();
        assertThat(column("customer_id", row -> String.valueOf(row * row)).identifies())
                .isTrue();
        assertThat(column("x", row -> row + ".5").identifies()).isFalse();
    }

    @Test
    void aRepeatingIdIsAGroup() {
        assertThat(column("customer_id", row -> "c" + row % 100).repeatsLikeGroup())
                .isTrue();
        assertThat(column("customer_id", row -> "c" + row).repeatsLikeGroup()).isFalse();
        assertThat(column("plan_id", row -> "p" + row % 5).repeatsLikeGroup()).isFalse();
        assertThat(column("city", row -> "c" + row % 100).repeatsLikeGroup()).isFalse();
    }

    @Test
    void ofCountedUpIdsTheNumbersAreLookedAt() {
        CheckedColumn cells = IdCells.of(column("x", row -> "C-" + (900 + row)));

        assertThat(cells).isInstanceOf(CheckedColumn.Numbers.class);
        assertThat(((CheckedColumn.Numbers) cells).values()[3]).isEqualTo(903);
        assertThat(IdCells.of(column("x", row -> "w" + row % 9 + "x"))).isInstanceOf(CheckedColumn.Levels.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "72, 72",
        "70.35, 70.35",
        "0.123456, 0.1235",
        "0.00025, 0.00025",
        "8684.8, 8685",
        "-80995, -80995",
        "999.96, 1000",
        "123456789012, 123456789012",
        "1e300, 1E+300",
        "1e-300, 1E-300"
    })
    void numbersAreShort(double value, String text) {
        assertThat(InspectedColumn.shortNumber(value)).isEqualTo(text);
    }

    private static ColumnKind kind(IntFunction<String> cell) {
        return column("x", cell).kind();
    }

    private static InspectedColumn column(String name, IntFunction<String> cell) {
        ColumnTally tally = new ColumnTally(name);
        for (int row = 0; row < 1000; row++) {
            String text = cell.apply(row);
            tally.add(text, text.isEmpty());
        }
        return InspectedColumn.guessed(tally);
    }
}
