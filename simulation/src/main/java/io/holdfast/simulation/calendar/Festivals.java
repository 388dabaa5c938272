package io.holdfast.simulation.calendar;

import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Festivals of the Chinese calendar, by ICU's computation of it. */
public final class Festivals {
    private static final String BEIJING = "Asia/Shanghai";
    /** The lunar year that began in Gregorian year y is counted from 2637 BCE by ICU's extended year. */
    private static final int EPOCH = 2637;

    private static final int AUGUST = 7;
    private static final int FULL_MOON = 15;

    private Festivals() {}

    /** First day of the first lunar month: Spring Festival. */
    public static LocalDate springFestival(int year) {
        return lunar(year, 0, 1);
    }

    /** Fifteenth day of the eighth lunar month: Mid-Autumn. */
    public static LocalDate midAutumn(int year) {
        return lunar(year, AUGUST, FULL_MOON);
    }

    private static LocalDate lunar(int year, int month, int day) {
        ChineseCalendar calendar = new ChineseCalendar(TimeZone.getTimeZone(BEIJING));
        calendar.clear();
        calendar.set(ChineseCalendar.EXTENDED_YEAR, year + EPOCH);
        calendar.set(ChineseCalendar.MONTH, month);
        calendar.set(ChineseCalendar.IS_LEAP_MONTH, 0);
        calendar.set(ChineseCalendar.DAY_OF_MONTH, day);
        return LocalDate.ofInstant(Instant.ofEpochMilli(calendar.getTimeInMillis()), ZoneId.of(BEIJING));
    }
}
