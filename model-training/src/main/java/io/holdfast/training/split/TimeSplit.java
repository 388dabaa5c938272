package io.holdfast.training.split;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.training.data.TrainingTable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A split by time: about the oldest 60 % of the rows are for training, the newest 20 % for the test, and no date stands on
 * both sides of a boundary. A row whose outcome was not yet known on the first date of the next part is left out, since on
 * that day nobody could have learned from it; so a customer may stand on both sides. A group may not: where it has rows in
 * several parts, those of the latest count and the earlier ones are dropped, so that the test stays as it will be met.
 */
public final class TimeSplit {
    private static final double TRAINING_SHARE = 0.6;
    private static final double TEST_SHARE = 0.2;

    private TimeSplit() {}

    /**
     * The split of a dated table.
     *
     * @throws InputException if it has too few dates, or customers on several dates and no {@code horizonDays}
     */
    public static Split of(TrainingTable table) {
        long[] days = new long[table.rows()];
        Arrays.setAll(days, row -> table.date(row).toEpochDay());
        OptionalInt horizon = table.description().horizonDays();
        long window = (long) horizon.orElse(0) + table.description().leadDays().orElse(0);
        if (horizon.isEmpty()) {
            requireDifferentCustomers(table);
        }
        Split split = table.grouped() ? of(days, window, table.groups()) : of(days, window);
        for (Part part : new Part[] {Part.TRAINING, Part.VALIDATION, Part.TEST}) {
            if (split.size(part) == 0) {
                String without = ": no rows are left for " + part.name().toLowerCase(Locale.ROOT);
                if (of(days, window).size(part) > 0) {
                    throw new InputException(
                            "groups_over_time",
                            table.name() + " has groups with rows at all times" + without
                                    + " once no group stands on both sides (expected: groups most of which are gone "
                                    + "when the next part begins; the column of role group may be ignored if it only "
                                    + "tells the customer, who may stand on both sides)");
                }
                throw new InputException(
                        "too_few_dates",
                        table.name() + " has too few dates for a split by time" + without
                                + " (expected: at least three dates, each further from the next than the " + window
                                + " days in which the outcome becomes known)");
            }
        }
        return split;
    }

    /**
     * @param days of the rows, since 1970-01-01
     * @param window days after a row's date until its outcome is known
     */
    static Split of(long[] days, long window) {
        TreeMap<Long, Integer> rowsByDay = new TreeMap<>();
        for (long day : days) {
            rowsByDay.merge(day, 1, Integer::sum);
        }
        long testBegins = boundary(rowsByDay, days.length * (1 - TEST_SHARE));
        long validationBegins = boundary(rowsByDay.headMap(testBegins), days.length * TRAINING_SHARE);
        Part[] parts = new Part[days.length];
        Arrays.setAll(parts, row -> {
            if (days[row] >= testBegins) {
                return Part.TEST;
            }
            if (days[row] >= validationBegins) {
                return days[row] + window <= testBegins ? Part.VALIDATION : Part.LEFT_OUT;
            }
            return days[row] + window <= validationBegins ? Part.TRAINING : Part.LEFT_OUT;
        });
        return new Split(parts);
    }

    /** The same, where no group may stand on both sides. */
    static Split of(long[] days, long window, int[] groups) {
        Split byTime = of(days, window);
        BitSet later = new BitSet();
        Part[] parts = new Part[days.length];
        Arrays.setAll(parts, byTime::part);
        for (Part part : new Part[] {Part.TEST, Part.VALIDATION, Part.TRAINING}) {
            for (int row : byTime.rows(part)) {
                if (later.get(groups[row])) {
                    parts[row] = Part.GROUP_LATER;
                }
            }
            for (int row : byTime.rows(part)) {
                if (parts[row] == part) {
                    later.set(groups[row]);
                }
            }
        }
        return new Split(parts);
    }

    /** The day at which the rows before it come nearest to that many; never the first one, unless there is no other. */
    private static long boundary(SortedMap<Long, Integer> rowsByDay, double wanted) {
        long best = rowsByDay.isEmpty() ? Long.MIN_VALUE : rowsByDay.firstKey();
        double nearest = Double.POSITIVE_INFINITY;
        long before = 0;
        for (Map.Entry<Long, Integer> day : rowsByDay.entrySet()) {
            double distance = Math.abs(before - wanted);
            if (before > 0 && distance < nearest) {
                nearest = distance;
                best = day.getKey();
            }
            before += day.getValue();
        }
        return best;
    }

    /** Without a horizon nobody knows when the outcome of a customer's earlier row was known. */
    private static void requireDifferentCustomers(TrainingTable table) {
        Map<String, LocalDate> seen = new HashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            LocalDate date = table.date(row);
            LocalDate before = seen.putIfAbsent(table.id(row), date);
            if (before != null && !before.equals(date)) {
                throw new InputException(
                        "missing_horizon",
                        table.name() + " holds customers on several dates (line " + table.line(row)
                                + " is one), but its description has no horizonDays (expected: the days within which "
                                + "the label's leaving happens, so that the test can begin after the outcome of the "
                                + "training rows was known)");
            }
        }
    }
}
