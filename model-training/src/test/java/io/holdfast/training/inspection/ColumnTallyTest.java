package io.holdfast.training.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnTallyTest {
    @Test
    void allDaysAreDates() {
        assertThat(tally("2026-01-31", "2024-02-29", "").dates()).isTrue();
        assertThat(tally("2026-01-31", "2023-02-29").dates()).isFalse();
        assertThat(tally("2026-01-31", "31.01.2026").dates()).isFalse();
        assertThat(tally("", "").dates()).isFalse();
    }

    @Test
    void daysWithATimeOfDayAreMoments() {
        ColumnTally tally = tally("2026-01-31 12:00", "2026-02-01T00:00:00Z", "2026-02-02");

        assertThat(tally.dates()).isFalse();
        assertThat(tally.moments()).isTrue();
        assertThat(tally("2026-01-31", "2026-02-01").moments()).isFalse();
    }

    @Test
    void countsWhatIsMissingAndPresent() {
        ColumnTally tally = tally("a", "", "", "b");

        assertThat(tally.missing()).isEqualTo(2);
        assertThat(tally.present()).isEqualTo(2);
        assertThat(tally.name()).isEqualTo("x");
    }

    @Test
    void leadingZerosMakeACode() {
        assertThat(tally("00123", "4").padded()).isTrue();
        assertThat(tally("0", "0.5", "10").padded()).isFalse();
    }

    @Test
    void wordsThatMeanMissingAreCounted() {
        ColumnTally tally = tally("NA", "n/a", "NA", "Nadia", "-", "x");

        assertThat(tally.missingLike().total()).isEqualTo(4);
        assertThat(tally.missingLike().counts()).containsOnlyKeys("NA", "n/a", "-");
    }

    @Test
    void idsCountedUpShowTheirNumbers() {
        ColumnTally tally = tally("C-001", "C-002", "D17");

        assertThat(tally.numbered().complete(3)).isTrue();
        assertThat(tally.numbered().numbers()).containsExactly(1, 2, 17);
        assertThat(tally("C-001", "C-00x").numbered().complete(2)).isFalse();
        assertThat(tally("1", "2").numbered().complete(2)).isFalse();
        assertThat(tally("C-001", "").numbered().complete(2)).isFalse();
    }

    @Test
    void ofAVeryLongNumberTheLastDigitsCount() {
        ColumnTally tally = tally("ID12345678901234567890");

        assertThat(tally.numbered().numbers()).containsExactly(678901234567890.0);
    }

    @Test
    void manyNumberedIdsFit() {
        ColumnTally tally = new ColumnTally("x");
        for (int row = 0; row < 5000; row++) {
            tally.add("c" + row, false);
        }

        assertThat(tally.numbered().complete(5000)).isTrue();
        assertThat(tally.numbered().numbers()[4999]).isEqualTo(4999);
    }

    private static ColumnTally tally(String... cells) {
        ColumnTally tally = new ColumnTally("x");
        for (String cell : cells) {
            tally.add(cell, cell.isEmpty());
        }
        return tally;
    }
}
