package io.holdfast.training.split;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.training.data.TrainingTable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * One month of a dated table, to be judged by a model that learned from nothing but what was known when the month's first row was made: the test rows are those of
 * the month, the training rows all whose outcome counted as known by then, and nothing else is used. Customers stand on both sides, since their earlier outcome
 * was known; bags keep the rows of a customer together. Tashman (2000), Out-of-sample tests of forecasting accuracy, International Journal of Forecasting 16(4).
 *
 * @param month whose rows are judged
 * @param begins date of the first of them
 * @param split of the table
 */
public record RollingOrigin(YearMonth month, LocalDate begins, Split split) {
    /** Fewer of either class teach nothing. */
    private static final int LEAST_OF_A_CLASS = 20;

    /**
     * All months that can be judged, ascending.
     *
     * @param groups a number per row, equal where rows belong together besides those of one customer
     * @param knownAfterDays days after a row's date until its outcome counts as known, 0 or more
     */
    public static List<RollingOrigin> all(TrainingTable table, int[] groups, int knownAfterDays) {
        int[] together = Customers.joined(table, groups);
        NavigableMap<YearMonth, LocalDate> months = new TreeMap<>();
        for (int row = 0; row < table.rows(); row++) {
            months.merge(YearMonth.from(table.date(row)), table.date(row), (a, b) -> a.isBefore(b) ? a : b);
        }
        List<RollingOrigin> origins = new ArrayList<>();
        months.forEach((month, begins) -> {
            RollingOrigin origin = new RollingOrigin(month, begins, split(table, together, begins, knownAfterDays));
            if (origin.teaches(table)) {
                origins.add(origin);
            }
        });
        return origins;
    }

    /**
     * The last month.
     *
     * @throws InputException if too little was known when it began
     */
    public static RollingOrigin last(TrainingTable table, int[] groups, int knownAfterDays) {
        List<RollingOrigin> origins = all(table, groups, knownAfterDays);
        if (origins.isEmpty()) {
            throw nothing(table, knownAfterDays);
        }
        return origins.get(origins.size() - 1);
    }

    /** What is said of a table no month of which can be judged. */
    public static InputException nothing(TrainingTable table, int knownAfterDays) {
        LocalDate first = LocalDate.MAX;
        LocalDate last = LocalDate.MIN;
        for (int row = 0; row < table.rows(); row++) {
            LocalDate date = table.date(row);
            first = date.isBefore(first) ? date : first;
            last = date.isAfter(last) ? date : last;
        }
        return new InputException(
                "too_few_dates",
                String.format(
                        Locale.ROOT,
                        "%s has rows as of %s to %s, and no month in it can be judged: outcomes are known after %d days, and before a month begins at "
                                + "least %d customers who left and %d who stayed must be known (expected: a longer history, a shorter horizonDays or earlier dates)",
                        table.name(),
                        first,
                        last,
                        knownAfterDays,
                        LEAST_OF_A_CLASS,
                        LEAST_OF_A_CLASS));
    }

    private static Split split(TrainingTable table, int[] together, LocalDate begins, int knownAfterDays) {
        YearMonth month = YearMonth.from(begins);
        Part[] parts = new Part[table.rows()];
        Arrays.setAll(parts, row -> {
            LocalDate date = table.date(row);
            if (YearMonth.from(date).equals(month)) {
                return Part.TEST;
            }
            return date.plusDays(knownAfterDays).isAfter(begins) ? Part.LEFT_OUT : Part.TRAINING;
        });
        return new Split(parts, together);
    }

    private boolean teaches(TrainingTable table) {
        int[] rows = split.rows(Part.TRAINING);
        long left = Arrays.stream(rows).filter(table::positive).count();
        return Math.min(left, rows.length - left) >= LEAST_OF_A_CLASS;
    }
}
