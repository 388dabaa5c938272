package io.holdfast.training.additive.dates;

import io.holdfast.training.additive.bagging.Bags;
import io.holdfast.training.data.TrainingTable;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * When the learning rows were seen.
 *
 * @param days the as-of date of each row, days since 1970, in the order of the bags
 * @param apart days from one date to another at least, so that no outcome window of the one reaches into that of the other, 1 or more
 * @param farApart the rows of some dates that far apart; empty where there are fewer than three
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LearningDates(int[] days, int apart, Optional<DatedRows> farApart) {
    /**
     * The dates of a table's rows.
     *
     * @return empty where the table has no dates or no horizon
     */
    public static Optional<LearningDates> of(TrainingTable table, int[] rows, Bags bags) {
        OptionalInt horizon = table.description().horizonDays();
        if (!table.dated() || horizon.isEmpty()) {
            return Optional.empty();
        }
        int[] days = Arrays.stream(bags.order())
                .map(row -> Math.toIntExact(table.date(row).toEpochDay()))
                .toArray();
        return Optional.of(new LearningDates(days, DatedRows.apart(table), DatedRows.of(table, rows)));
    }
}
