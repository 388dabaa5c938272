package io.holdfast.simulation.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FestivalsTest {
    /** The public holidays of these years, as announced. */
    @ParameterizedTest
    @CsvSource({
        "2020, 2020-01-25, 2020-10-01",
        "2023, 2023-01-22, 2023-09-29",
        "2024, 2024-02-10, 2024-09-17",
        "2025, 2025-01-29, 2025-10-06",
        "2026, 2026-02-17, 2026-09-25"
    })
    void lunarFestivalsFallOnTheirDays(int year, LocalDate spring, LocalDate moon) {
        assertThat(Festivals.springFestival(year)).isEqualTo(spring);
        assertThat(Festivals.midAutumn(year)).isEqualTo(moon);
    }

    @Test
    void peopleBuyBeforeAndLeaveAfterSpringFestival() {
        Season january = Season.of(YearMonth.of(2024, 1));
        Season february = Season.of(YearMonth.of(2024, 2));
        Season march = Season.of(YearMonth.of(2024, 3));

        assertThat(january.buying()).isGreaterThan(march.buying());
        assertThat(february.leaving()).isLessThan(1);
        assertThat(march.leaving()).isGreaterThan(1);
        assertThat(february.seconds()).isEqualTo(29L * 86_400);
    }
}
