package io.holdfast.features.draft;

import io.holdfast.scoring.fault.Excerpt;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the cells of one column look like, row by row. Memory is bounded: of more than {@value #MOST_VALUES} different values none more are kept. */
final class ColumnProfile {
    static final int MOST_VALUES = 300_000;

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,12}(\\.\\d{1,6})?");
    /** A form that fits hardly any of so many cells is not looked for any more. */
    private static final int TRIED = 1000;

    private final String name;
    private final List<TimeTally> times = new ArrayList<>();
    private final Set<String> values = new HashSet<>();
    private long present;
    private long missing;
    private long numbers;
    private long negative;
    private long padded;
    private int places;

    ColumnProfile(String name) {
        this.name = name;
        TimeForm.ALL.forEach(form -> times.add(new TimeTally(form)));
    }

    void missing() {
        missing++;
    }

    void add(String cell, long line) {
        present++;
        if (values.size() < MOST_VALUES) {
            values.add(cell);
        }
        if (NUMBER.matcher(cell).matches()) {
            numbers++;
            negative += cell.charAt(0) == '-' ? 1 : 0;
            padded += cell.length() > 1 && cell.charAt(0) == '0' && cell.charAt(1) != '.' ? 1 : 0;
            int point = cell.indexOf('.');
            places = point < 0 ? places : Math.max(places, cell.length() - point - 1);
        }
        for (TimeTally tally : times) {
            tally.add(cell, line);
        }
        if (present == TRIED) {
            times.removeIf(tally -> 2 * tally.read() < TRIED);
        }
    }

    String name() {
        return name;
    }

    /** The words of its name, in small letters. */
    List<String> words() {
        String cut = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return List.of(cut.split("[^\\p{L}0-9]+"));
    }

    long present() {
        return present;
    }

    long missingCells() {
        return missing;
    }

    int distinct() {
        return values.size();
    }

    boolean hasMany() {
        return values.size() >= MOST_VALUES;
    }

    Set<String> values() {
        return values;
    }

    /** Whether every cell is a number; numbers with zeros in front are names of something. */
    boolean isNumber() {
        return present > 0 && numbers == present && padded == 0;
    }

    int places() {
        return places;
    }

    long negative() {
        return negative;
    }

    /** The form that most cells have, if nearly all of them. */
    Optional<TimeTally> time() {
        TimeTally best = null;
        for (TimeTally tally : times) {
            if (best == null || tally.read() > best.read()) {
                best = tally;
            }
        }
        return Optional.ofNullable(best).filter(tally -> present > 0 && tally.read() >= 0.9 * present);
    }

    /** Another form that reads as many cells, but may read them differently. */
    Optional<TimeForm> rival(TimeTally best) {
        return times.stream()
                .filter(tally -> tally != best && tally.read() == best.read())
                .map(TimeTally::form)
                .findFirst();
    }

    /** How many cells a form reads, from when to when, and the first it does not. */
    static final class TimeTally {
        private static final int EXAMPLES = 3;

        private final TimeForm form;
        private final List<String> unread = new ArrayList<>();
        private long read;
        private LocalDate first = LocalDate.MAX;
        private LocalDate last = LocalDate.MIN;

        TimeTally(TimeForm form) {
            this.form = form;
        }

        private void add(String cell, long line) {
            Optional<LocalDate> day = form.day(cell);
            if (day.isPresent()) {
                read++;
                first = day.get().isBefore(first) ? day.get() : first;
                last = day.get().isAfter(last) ? day.get() : last;
            } else if (unread.size() < EXAMPLES) {
                unread.add("line " + line + ": " + Excerpt.of(cell));
            }
        }

        TimeForm form() {
            return form;
        }

        long read() {
            return read;
        }

        LocalDate first() {
            return first;
        }

        LocalDate last() {
            return last;
        }

        List<String> unread() {
            return unread;
        }
    }
}
