package io.holdfast.scoring.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandCutsTest {
    @Test
    void stateTheCutsUnlessTold() {
        assertThat(BandCuts.standard()).isEqualTo(new BandCuts(50, 80, 95));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 80, 95",
        "50, 50, 95",
        "80, 50, 95",
        "50, 95, 95",
        "50, 80, 100",
        "-1, 80, 95",
        "NaN, 80, 95",
        "50, NaN, 95",
        "50, 80, NaN"
    })
    void ascendBetweenZeroAndAHundred(double elevated, double high, double critical) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BandCuts(elevated, high, critical))
                .withMessageContaining("ascending between 0 and 100");
    }
}
