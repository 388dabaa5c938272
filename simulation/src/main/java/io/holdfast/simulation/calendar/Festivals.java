package io.holdfast.simulation.calendar;

import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Festivals of the Chinese calendar, by ICU's computation of it; each is computed once, since sun and moon take milliseconds. */
public final class Festivals {
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final int FIRST_MONTH = 0;
    private static final int EIGHTH_MONTH = 7;
    private static final int FULL_MOON = 15;

    private static final Map<Integer, LocalDate> SPRING = new ConcurrentHashMap<>();
    private static final Map<Integer, LocalDate> MOON = new ConcurrentHashMap<>();

    private Festivals() {}

    /** First day of the first lunar month: Spring Festival. */
    public static LocalDate springFestival(int year) {
        return SPRING.computeIfAbsent(year, each -> lunar(each, FIRST_MONTH, 1));
    }

    /** Fifteenth day of the eighth lunar month: Mid-Autumn. */
    public static LocalDate midAutumn(int year) {
        return MOON.computeIfAbsent(year, each -> lunar(each, EIGHTH_MONTH, FULL_MOON));
    }

    private static LocalDate lunar(int year, int month, int day) {
        ChineseCalendar calendar = new ChineseCalendar(TimeZone.getTimeZone(BEIJING.getId()));
        // A day in summer names the lunar year, whatever number ICU gives to years.
        calendar.setTimeInMillis(
                LocalDate.of(year, 7, 1).atStartOfDay(BEIJING).toInstant().toEpochMilli());
        calendar.set(ChineseCalendar.IS_LEAP_MONTH, 0);
        calendar.set(ChineseCalendar.MONTH, month);
        calendar.set(ChineseCalendar.DAY_OF_MONTH, day);
        return LocalDate.ofInstant(Instant.ofEpochMilli(calendar.getTimeInMillis()), BEIJING);
    }
}
