package io.holdfast.care.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HolidayTest {
    /** Dates as the State Council of China announced them, and as the Hong Kong Observatory's conversion tables give them. */
    @ParameterizedTest
    @CsvSource({
        "spring-festival,2023-01-22",
        "spring-festival,2024-02-10",
        "spring-festival,2025-01-29",
        "spring-festival,2026-02-17",
        "mid-autumn,2023-09-29",
        "mid-autumn,2024-09-17",
        "mid-autumn,2025-10-06",
        "mid-autumn,2026-09-25",
        "dragon-boat-festival,2025-05-31",
        "dragon-boat-festival,2026-06-19",
        "lantern-festival,2026-03-03",
        "double-ninth,2025-10-29",
        "double-seventh,2024-08-10",
        "national-day,2026-10-01"
    })
    void fallsOnTheKnownDay(String code, LocalDate day) {
        Holiday holiday = Optional.ofNullable(Holiday.byCode().get(code)).orElseThrow();

        assertThat(holiday.in(day.getYear())).isEqualTo(day);
        assertThat(holiday.onOrAfter(day)).isEqualTo(day);
        assertThat(holiday.onOrAfter(day.plusDays(1))).isAfter(day.plusDays(300));
    }

    @Test
    void springFestivalLiesBetweenLateJanuaryAndLateFebruaryForACentury() {
        for (int year = 2000; year < 2100; year++) {
            assertThat(Holiday.SPRING_FESTIVAL.in(year))
                    .isBetween(LocalDate.of(year, 1, 20), LocalDate.of(year, 2, 21));
            assertThat(Holiday.MID_AUTUMN.in(year)).isBetween(LocalDate.of(year, 9, 7), LocalDate.of(year, 10, 8));
        }
    }
}
