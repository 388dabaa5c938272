package io.holdfast.features.snapshot;

import io.holdfast.features.definition.ChurnDefinition;
import io.holdfast.scoring.fault.InputException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The dates a model learns from.
 *
 * @param dates ascending; the outcome of each had matured when the history ended
 * @param censored how many later dates were left out because theirs had not
 */
record SnapshotDates(List<LocalDate> dates, int censored) {
    /** Days of history before the first date, where the settings do not say. */
    private static final int RUN_UP = 90;

    /**
     * @param ends the first day of which the history does not hold everything
     * @param newsEnds the first day whose news it does not hold: later than {@code ends} where news of events come in late
     */
    static SnapshotDates of(
            SnapshotSettings settings, ChurnDefinition churn, LocalDate begins, LocalDate ends, LocalDate newsEnds) {
        LocalDate first = settings.from().orElse(begins.plusDays(RUN_UP));
        LocalDate last = settings.to().filter(to -> to.isBefore(ends)).orElse(ends);
        List<LocalDate> dates = new ArrayList<>();
        int censored = 0;
        for (LocalDate date = start(settings, first); !date.isAfter(last); date = next(settings, date)) {
            if (churn.windowEnds(date).isAfter(ends) || churn.matures(date).isAfter(newsEnds)) {
                censored++;
            } else {
                dates.add(date);
            }
        }
        if (dates.isEmpty()) {
            throw new InputException(
                    "no_dates",
                    "no date can be learned from: the history goes from " + begins + " to before " + ends
                            + ", and a date needs " + (churn.leadDays() + churn.horizonDays() + churn.maturityDays())
                            + " days after it, and " + first
                            + " or later; expected a longer history, a shorter horizonDays or an earlier 'from' of 'snapshots'");
        }
        return new SnapshotDates(List.copyOf(dates), censored);
    }

    private static LocalDate start(SnapshotSettings settings, LocalDate first) {
        return settings.everyDays() > 0 || first.getDayOfMonth() == 1
                ? first
                : first.withDayOfMonth(1).plusMonths(1);
    }

    private static LocalDate next(SnapshotSettings settings, LocalDate date) {
        return settings.everyDays() > 0 ? date.plusDays(settings.everyDays()) : date.plusMonths(1);
    }
}
