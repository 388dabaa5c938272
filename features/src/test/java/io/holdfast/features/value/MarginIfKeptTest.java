package io.holdfast.features.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MarginIfKeptTest {
    @ParameterizedTest
    @CsvSource({
        "120, 365, 120",
        "120, 4000, 120",
        "120, 146, 300",
        "-30, 365, -30",
        "90, 90, 365",
        "90, 3, 365",
        "0, 0, 0"
    })
    void scalesAShortPastToAYearButNotTheFirstWeeks(double margin, int days, double expected) {
        assertThat(MarginIfKept.nextYear(margin, days)).isEqualTo(expected);
    }

    @Test
    void refusesWhatIsNoMargin() {
        assertThatIllegalArgumentException().isThrownBy(() -> MarginIfKept.nextYear(Double.NaN, 365));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarginIfKept.nextYear(10, -1))
                .withMessage("daysKnown: -1 (expected: 0 or more)");
    }
}
