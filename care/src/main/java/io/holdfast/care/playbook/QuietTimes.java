package io.holdfast.care.playbook;

import io.holdfast.care.calendar.Holiday;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;

/**
 * When nobody is contacted.
 *
 * @param weekdays days of the week
 * @param holidays days of the year
 * @param from contacts end at this time of day
 * @param until and begin again at this one
 */
public record QuietTimes(Set<DayOfWeek> weekdays, Set<Holiday> holidays, LocalTime from, LocalTime until) {
    /** Any day, from 9 to 20 o'clock. */
    public static final QuietTimes DEFAULT =
            new QuietTimes(Set.of(), Set.of(), LocalTime.of(20, 0), LocalTime.of(9, 0));

    private static final int LONGEST_REST = 14;

    /** Keeps copies. */
    public QuietTimes {
        weekdays = Set.copyOf(weekdays);
        holidays = Set.copyOf(holidays);
    }

    /** Whether nobody is contacted on a day. */
    public boolean quiet(LocalDate day) {
        return weekdays.contains(day.getDayOfWeek())
                || holidays.stream()
                        .anyMatch(holiday -> holiday.in(day.getYear()).equals(day));
    }

    /** The day itself, or the next on which somebody may be contacted. */
    public LocalDate next(LocalDate day) {
        LocalDate next = day;
        for (int i = 0; i < LONGEST_REST && quiet(next); i++) {
            next = next.plusDays(1);
        }
        return next;
    }
}
