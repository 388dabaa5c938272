package io.holdfast.training.additive.dates;

import io.holdfast.training.additive.bagging.Bags;
import io.holdfast.training.additive.boosting.LogisticObjective;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fit.TrainingRows;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Rows dealt by their as-of date: what a bag does not learn from is one date, and no outcome window of the other dates reaches into that of this one.
 *
 * @param bags one a date
 * @param objective with the targets and weights of these rows
 * @param weights the same weights, in the order of the bags
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DatedRows(Bags bags, LogisticObjective objective, double[] weights) {
    /** Of more rows every second, third or further one of each date is taken: what is unsteady shows among these, and a copy of all would cost memory. */
    private static final int MOST_ROWS = 500_000;

    /**
     * The rows of a table that lie on dates far enough apart.
     *
     * @param rows to learn from
     * @return empty where the table has no dates or no horizon, or fewer than three that are so far apart and hold twenty rows of customers who left and twenty of others
     */
    public static Optional<DatedRows> of(TrainingTable table, int[] rows) {
        return of(table, rows, MOST_ROWS);
    }

    /** @param most rows to compare, about */
    static Optional<DatedRows> of(TrainingTable table, int[] rows, int most) {
        OptionalInt horizon = table.description().horizonDays();
        if (!table.dated() || horizon.isEmpty()) {
            return Optional.empty();
        }
        int[] days = Arrays.stream(rows)
                .map(row -> Math.toIntExact(table.date(row).toEpochDay()))
                .toArray();
        int[] dates = SpacedDates.of(days, TrainingRows.positives(table, rows), apart(table));
        int[] used = IntStream.range(0, rows.length).filter(i -> dates[i] >= 0).toArray();
        if (used.length == 0) {
            return Optional.empty();
        }
        int[] taken = thinned(used, dates, (used.length + most - 1) / most);
        int[] of = Arrays.stream(taken).map(i -> dates[i]).toArray();
        Bags bags = Bags.of(
                Arrays.stream(taken).map(i -> rows[i]).toArray(),
                of,
                Arrays.stream(of).max().orElseThrow() + 1);
        double[] weights = table.weights().meanOne(bags.order());
        return Optional.of(new DatedRows(
                bags, new LogisticObjective(TrainingRows.positives(table, bags.order()), weights), weights));
    }

    /** Days from one date of a table with a horizon to another at least, so that no outcome window reaches into the other. */
    static int apart(TrainingTable table) {
        return Math.max(
                1,
                table.description().horizonDays().orElse(0)
                        + table.description().leadDays().orElse(0));
    }

    /** Counted within each date: tables that have all dates of a customer one below the other repeat with the number of dates, so that whole dates could fall out. */
    private static int[] thinned(int[] used, int[] dates, int every) {
        int[] seen = new int[Arrays.stream(dates).max().orElse(0) + 1];
        return Arrays.stream(used).filter(i -> seen[dates[i]]++ % every == 0).toArray();
    }
}
