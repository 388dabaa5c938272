package io.holdfast.features.snapshot;

import io.holdfast.features.definition.ChurnDefinition;
import io.holdfast.features.sql.Sql;
import io.holdfast.scoring.fault.InputException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * The dates a model learns from.
 *
 * @param dates ascending; the outcome of each had matured when the history ended
 * @param censored later dates that were left out because theirs had not, ascending
 */
record SnapshotDates(List<LocalDate> dates, List<LocalDate> censored) {
    /** From the first of so many months to the last each part of the year has come twice. */
    private static final int MONTHS_OF_TWO_YEARS = 23;

    /** Days of history before the first date, where the settings do not say. */
    private static final int RUN_UP = 90;

    /**
     * @param ends the first day of which the history does not hold everything
     * @param newsEnds the first day whose news it does not hold: later than {@code ends} where news of events come in late
     */
    static SnapshotDates of(
            SnapshotSettings settings, ChurnDefinition churn, LocalDate begins, LocalDate ends, LocalDate newsEnds) {
        SnapshotDates found = found(settings, churn, begins, ends, newsEnds);
        if (found.dates.isEmpty()) {
            throw new InputException(
                    "no_dates",
                    "no date can be learned from: the history goes from " + begins + " to before " + ends
                            + ", and a date needs " + (churn.leadDays() + churn.horizonDays() + churn.maturityDays())
                            + " days after it, and " + first(settings, begins)
                            + " or later; expected a longer history, a shorter horizonDays or an earlier 'from' of 'snapshots'");
        }
        return found;
    }

    private static SnapshotDates found(
            SnapshotSettings settings, ChurnDefinition churn, LocalDate begins, LocalDate ends, LocalDate newsEnds) {
        LocalDate first = first(settings, begins);
        LocalDate last = settings.to().filter(to -> to.isBefore(ends)).orElse(ends);
        List<LocalDate> dates = new ArrayList<>();
        List<LocalDate> censored = new ArrayList<>();
        for (LocalDate date = start(settings, first); !date.isAfter(last); date = next(settings, date)) {
            if (churn.windowEnds(date).isAfter(ends) || churn.matures(date).isAfter(newsEnds)) {
                censored.add(date);
            } else {
                dates.add(date);
            }
        }
        return new SnapshotDates(List.copyOf(dates), List.copyOf(censored));
    }

    private static LocalDate first(SnapshotSettings settings, LocalDate begins) {
        return settings.from().orElse(begins.plusDays(RUN_UP));
    }

    /**
     * Whether each part of the year comes at least twice among the dates that a history gives to learn from, so that what it does can be told from what one year's chance did.
     *
     * @param ends as for {@link #of}
     * @param newsEnds as for {@link #of}
     */
    static boolean seeEachSeasonTwice(
            SnapshotSettings settings, ChurnDefinition churn, LocalDate begins, LocalDate ends, LocalDate newsEnds) {
        List<LocalDate> dates = found(settings, churn, begins, ends, newsEnds).dates;
        return !dates.isEmpty() && !dates.get(0).plusMonths(MONTHS_OF_TWO_YEARS).isAfter(dates.get(dates.size() - 1));
    }

    /**
     * One date.
     *
     * @throws InputException if its outcome had not matured when the history ended
     */
    static SnapshotDates one(LocalDate date, ChurnDefinition churn, LocalDate ends, LocalDate newsEnds) {
        if (churn.windowEnds(date).isAfter(ends) || churn.matures(date).isAfter(newsEnds)) {
            throw new InputException(
                    "outcome_not_known",
                    "who left after " + date + " is not known yet: that takes the history until " + churn.matures(date)
                            + ", and it ends before " + ends + "; expected an earlier date");
        }
        return new SnapshotDates(List.of(date), List.of());
    }

    /**
     * SQL that says which part a row has where the last month is judged by what was known when it began: rows of one date have one part.
     *
     * @param knownAfterDays days after a row's date until its outcome counts as known
     */
    String part(int knownAfterDays) {
        YearMonth month = YearMonth.from(dates.get(dates.size() - 1));
        LocalDate begins = dates.stream()
                .filter(date -> YearMonth.from(date).equals(month))
                .findFirst()
                .orElseThrow();
        return "CASE WHEN as_of >= " + Sql.day(begins) + " THEN 'test' WHEN as_of > "
                + Sql.day(begins.minusDays(knownAfterDays)) + " THEN 'left-out' ELSE 'training' END";
    }

    private static LocalDate start(SnapshotSettings settings, LocalDate first) {
        return settings.every().toTotalMonths() == 0 || first.getDayOfMonth() == 1
                ? first
                : first.withDayOfMonth(1).plusMonths(1);
    }

    private static LocalDate next(SnapshotSettings settings, LocalDate date) {
        return date.plus(settings.every());
    }
}
