package io.holdfast.simulation.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * What the calendar does to everybody in a month.
 *
 * @param month the month
 * @param firstSecond seconds from 1970 to its beginning, UTC
 * @param seconds its length
 * @param buying factor on purchases and use, around 1: more before Christmas and Spring Festival, less in summer
 * @param leaving factor on leaving of one's own will, around 1: nobody changes provider in the weeks of Spring Festival, many after it and in
 *     September
 * @param moving factor on moving away, around 1: more in summer
 */
public record Season(YearMonth month, long firstSecond, long seconds, double buying, double leaving, double moving) {
    private static final int SECONDS_A_DAY = 86_400;

    /** The season of a month. */
    public static Season of(YearMonth month) {
        LocalDate first = month.atDay(1);
        return new Season(
                month,
                first.atStartOfDay(ZoneOffset.UTC).toEpochSecond(),
                (long) month.lengthOfMonth() * SECONDS_A_DAY,
                buying(month),
                leaving(month),
                month.getMonth().compareTo(Month.JUNE) >= 0 && month.getMonth().compareTo(Month.AUGUST) <= 0
                        ? 1.8
                        : 0.75);
    }

    private static double buying(YearMonth month) {
        double factor = switch (month.getMonth()) {
            case NOVEMBER -> 1.15;
            case DECEMBER -> 1.35;
            case JULY, AUGUST -> 0.85;
            default -> 1;
        };
        // People buy for a festival in the three weeks before it.
        LocalDate spring = Festivals.springFestival(month.getYear());
        LocalDate moon = Festivals.midAutumn(month.getYear());
        return factor
                * (month.equals(YearMonth.from(spring.minusDays(10))) ? 1.25 : 1)
                * (month.equals(YearMonth.from(moon.minusDays(10))) ? 1.1 : 1);
    }

    private static double leaving(YearMonth month) {
        YearMonth spring = YearMonth.from(Festivals.springFestival(month.getYear()));
        if (month.equals(spring)) {
            return 0.75;
        }
        return month.equals(spring.plusMonths(1)) || month.getMonth() == Month.SEPTEMBER ? 1.25 : 1;
    }
}
