package io.holdfast.scoring.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoundedTest {
    @Test
    void numbersAreRoundedExactly() {
        assertThat(Rounded.text(0.125, 2)).isEqualTo("0.12");
        assertThat(Rounded.text(0.375, 2)).isEqualTo("0.38");
        assertThat(Rounded.text(1.005, 2)).isEqualTo("1.00");
        assertThat(Rounded.text(-1e-9, 4)).isEqualTo("0.0000");
        assertThat(Rounded.text(1e21, 1)).isEqualTo("1000000000000000000000.0");
    }

    @Test
    void aShareIsWrittenInPercent() {
        assertThat(Rounded.percent(.2654, 1)).isEqualTo("26.5 %");
        assertThat(Rounded.percent(1, 0)).isEqualTo("100 %");
    }
}
