package io.holdfast.simulation.history;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Writes instants as {@code 2024-01-31T08:00:00Z}; days are kept, since millions of events share them. For one thread. */
final class Stamp {
    private static final int SECONDS_A_DAY = 86_400;
    private static final int SECONDS_AN_HOUR = 3_600;
    private static final int SECONDS_A_MINUTE = 60;

    private final Map<Long, String> days = new HashMap<>();

    String of(long second) {
        long day = StrictMath.floorDiv(second, (long) SECONDS_A_DAY);
        int rest = (int) (second - day * SECONDS_A_DAY);
        char[] text = new char[20];
        days.computeIfAbsent(day, each -> LocalDate.ofEpochDay(each).toString()).getChars(0, 10, text, 0);
        text[10] = 'T';
        two(text, 11, rest / SECONDS_AN_HOUR);
        text[13] = ':';
        two(text, 14, rest / SECONDS_A_MINUTE % SECONDS_A_MINUTE);
        text[16] = ':';
        two(text, 17, rest % SECONDS_A_MINUTE);
        text[19] = 'Z';
        return new String(text);
    }

    private static void two(char[] text, int at, int value) {
        text[at] = (char) ('0' + value / 10);
        text[at + 1] = (char) ('0' + value % 10);
    }
}
