package io.holdfast.cli.waterfall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void whatIsRoundedToNothingHasNoSign() {
        Numbers numbers = new Numbers(false);

        assertThat(numbers.impact(-.001)).isEqualTo("0.00");
        assertThat(numbers.impact(.001)).isEqualTo("0.00");
        assertThat(numbers.logOdds(-.0049)).isEqualTo("0.00");
        assertThat(numbers.impact(-.006)).isEqualTo("-0.01");
        assertThat(numbers.impact(.25)).isEqualTo("+0.25");
    }

    @Test
    void allDigitsAreShownInFull() {
        assertThat(new Numbers(true).impact(-.001)).isEqualTo("-0.001");
    }
}
