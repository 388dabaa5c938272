package io.holdfast.care.calendar;

import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import io.holdfast.scoring.dataset.LocalizedText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A holiday on which companies greet their customers. Days of the Chinese calendar are computed from sun and moon, by ICU. */
public enum Holiday {
    /** 1 January. */
    NEW_YEAR(false, 1, 1, "New Year", "元旦"),
    /** First day of the first lunar month. */
    SPRING_FESTIVAL(true, 1, 1, "Spring Festival", "春节"),
    /** Fifteenth day of the first lunar month. */
    LANTERN_FESTIVAL(true, 1, 15, "Lantern Festival", "元宵节"),
    /** Fifth day of the fifth lunar month. */
    DRAGON_BOAT_FESTIVAL(true, 5, 5, "Dragon Boat Festival", "端午节"),
    /** Seventh day of the seventh lunar month. */
    DOUBLE_SEVENTH(true, 7, 7, "Double Seventh", "七夕"),
    /** Fifteenth day of the eighth lunar month. */
    MID_AUTUMN(true, 8, 15, "Mid-Autumn Festival", "中秋节"),
    /** 1 October. */
    NATIONAL_DAY(false, 10, 1, "National Day", "国庆节"),
    /** Ninth day of the ninth lunar month. */
    DOUBLE_NINTH(true, 9, 9, "Double Ninth", "重阳节"),
    /** 25 December. */
    CHRISTMAS(false, 12, 25, "Christmas", "圣诞节");

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final int SUMMER = 7;
    /** Sun and moon take milliseconds. */
    private static final Map<String, LocalDate> LUNAR = new ConcurrentHashMap<>();

    private final boolean lunar;
    private final int month;
    private final int day;
    private final String english;
    private final String chinese;

    Holiday(boolean lunar, int month, int day, String english, String chinese) {
        this.lunar = lunar;
        this.month = month;
        this.day = day;
        this.english = english;
        this.chinese = chinese;
    }

    /** As playbooks write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All holidays by code. */
    public static Map<String, Holiday> byCode() {
        Map<String, Holiday> holidays = new LinkedHashMap<>();
        for (Holiday holiday : values()) {
            holidays.put(holiday.code(), holiday);
        }
        return Collections.unmodifiableMap(holidays);
    }

    /** What people call it. */
    public LocalizedText text() {
        return LocalizedText.of(english, chinese);
    }

    /** The day in a year of the Gregorian calendar. */
    public LocalDate in(int year) {
        return lunar ? LUNAR.computeIfAbsent(name() + year, unknown -> lunar(year)) : LocalDate.of(year, month, day);
    }

    /** The first such day that is not before another day. */
    public LocalDate onOrAfter(LocalDate from) {
        LocalDate day = in(from.getYear());
        return day.isBefore(from) ? in(from.getYear() + 1) : day;
    }

    private LocalDate lunar(int year) {
        ChineseCalendar calendar = new ChineseCalendar(TimeZone.getTimeZone(BEIJING.getId()));
        // A day in summer lies in the lunar year that began in this one, whatever number ICU gives to it.
        calendar.setTimeInMillis(
                LocalDate.of(year, SUMMER, 1).atStartOfDay(BEIJING).toInstant().toEpochMilli());
        calendar.set(ChineseCalendar.IS_LEAP_MONTH, 0);
        calendar.set(ChineseCalendar.MONTH, month - 1);
        calendar.set(ChineseCalendar.DAY_OF_MONTH, day);
        return LocalDate.ofInstant(Instant.ofEpochMilli(calendar.getTimeInMillis()), BEIJING);
    }
}
