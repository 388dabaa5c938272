package io.holdfast.features.snapshot;

import io.holdfast.features.definition.Leaving;
import io.holdfast.features.definition.OutcomeSql;
import io.holdfast.features.duckdb.HistoryTables;
import io.holdfast.features.sql.Sql;
import io.holdfast.scoring.table.Counted;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;

/** What people are told about the rows of a table to learn from. */
final class SnapshotText {
    private static final double TWO_SIDED = 1.96;
    private static final double PERCENT = 100;
    private static final int SHORTEST_MONTH = 28;
    private static final double DAYS_OF_A_MONTH = 30.44;

    private SnapshotText() {}

    /** @param censoredRows units at risk as of the dates whose outcome is not known, of which outcomes may leave out some; empty where nobody counted them */
    static List<String> lines(
            SnapshotDates dates,
            OptionalLong censoredRows,
            SortedMap<String, Long> states,
            long positives,
            int features,
            long events) {
        long rows = states.getOrDefault("ok", 0L);
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "history: %s, %s as of %s, %s; %s left (%.1f %%)",
                Counted.of(events, "event"),
                Counted.of(rows, "row"),
                dates(dates.dates()),
                Counted.of(features, "column"),
                Counted.of(positives, "row"),
                100.0 * positives / rows));
        driftingDays(dates.dates()).ifPresent(lines::add);
        censored(dates, censoredRows).ifPresent(lines::add);
        left(lines, states, "gone", "had left before the outcome window began");
        left(
                lines,
                states,
                "treated",
                "were assigned care before the outcome window ended, and the estimand is no-care");
        left(
                lines,
                states,
                "unlogged",
                "got care before the outcome window ended that the log of care does not know, or knows only as assigned more than careLastsDays before the date, so nobody held out stands for them");
        left(lines, states, "merged", "turned out to be another customer's before the outcome was known");
        return lines;
    }

    /**
     * Of dates a month or more apart, that they are not on one day of it: bills and usage are recorded once a month, so how many there are within a window, and how long ago the last one was, changes with the day
     * alone, for everybody at once. Dates that lie nearer together show a model every such day.
     */
    private static Optional<String> driftingDays(List<LocalDate> dates) {
        IntSummaryStatistics days =
                dates.stream().mapToInt(LocalDate::getDayOfMonth).summaryStatistics();
        long step = dates.size() < 2 ? 0 : ChronoUnit.DAYS.between(dates.get(0), dates.get(1));
        if (step < SHORTEST_MONTH || days.getMin() == days.getMax()) {
            return Optional.empty();
        }
        long months = Math.max(1, Math.round(step / DAYS_OF_A_MONTH));
        return Optional.of(
                "history: the dates are not on one day of the month, so what is recorded once a month differs between them by that alone; 'every: "
                        + (months == 1 ? "month" : months + " months")
                        + "' of 'snapshots' keeps to the first of it, as scoring then should");
    }

    private static Optional<String> censored(SnapshotDates dates, OptionalLong rows) {
        long count = dates.censored().size();
        String with = rows.isPresent() ? " with up to " + Counted.of(rows.getAsLong(), "row") : "";
        return count == 0
                ? Optional.empty()
                : Optional.of("history: " + Counted.of(count, "later date") + with
                        + (count == 1 ? " is left out, since its" : " are left out, since their")
                        + " outcome was not known when the history ended");
    }

    /** One date, or how many from when to when. */
    static String dates(List<LocalDate> dates) {
        LocalDate first = dates.get(0);
        return dates.size() == 1
                ? first.toString()
                : Counted.of(dates.size(), "date") + " from " + first + " to " + dates.get(dates.size() - 1);
    }

    /** How many events there are of those that tell who leaves. */
    static String tellTale(Leaving leaving, HistoryTables tables) {
        return leaving instanceof Leaving.ByEvent event
                ? String.format(
                        Locale.ROOT,
                        "of the %s, %s (%s), %,d of them of a type to foresee (%s)",
                        Counted.of(tables.events(), "event"),
                        Counted.of(tables.events(Sql.in("kind", event.leaves())), "is a leave", "are leaves"),
                        String.join(", ", event.leaves()),
                        tables.events(OutcomeSql.isPositive(event)),
                        String.join(", ", event.positive()))
                : String.format(
                        Locale.ROOT,
                        "of the %s, %s as buying (%s)",
                        Counted.of(tables.events(), "event"),
                        Counted.of(
                                tables.events(Sql.in("kind", ((Leaving.BySilence) leaving).purchases())),
                                "counts",
                                "count"),
                        String.join(", ", ((Leaving.BySilence) leaving).purchases()));
    }

    /** Where value columns stay empty, and why. */
    static List<String> ofValue(ValueStep step) {
        Map<LocalDate, String> failures = step.failures();
        if (failures.isEmpty()) {
            return List.of();
        }
        Map.Entry<LocalDate, String> last =
                failures.entrySet().stream().reduce((first, second) -> second).orElseThrow();
        String when = failures.size() == 1
                ? last.getKey().toString()
                : Counted.of(failures.size(), "date") + ", the last of them " + last.getKey();
        return List.of("value models: none fitted as of " + when + ": " + last.getValue());
    }

    static List<String> ofCare(CareRows care) {
        String standing = String.format(
                Locale.ROOT,
                "history: %s of units held out instead of getting care %s for those that got some, by the inverse of the probability of being held out: for about %s, where %s left out as assigned",
                Counted.of(care.weighted(), "row"),
                care.weighted() == 1 ? "stands" : "stand",
                Counted.of(Math.round(care.standFor()), "row"),
                Counted.of(care.assigned(), "is", "are"));
        return care.weighted() == 0 ? List.of(standing) : List.of(standing, certainty(care.weightedLeavers()));
    }

    /** A count of k has a standard error of its root, whatever else is learned. */
    private static String certainty(long leavers) {
        return leavers == 0
                ? "history: none of the units held out instead of getting care left, so nothing tells how high the risk without care is where care goes; a larger hold-out or a longer time does"
                : String.format(
                        Locale.ROOT,
                        "history: %,d of the units held out instead of getting care left, so where care goes, the level of the risk without it is known to about %.0f %% of itself (95 %%); a larger hold-out or a longer time brings that down",
                        leavers,
                        TWO_SIDED * PERCENT / StrictMath.sqrt((double) leavers));
    }

    private static void left(List<String> lines, SortedMap<String, Long> states, String state, String why) {
        long rows = states.getOrDefault(state, 0L);
        if (rows > 0) {
            lines.add("history: "
                    + (rows == 1
                            ? "1 row is left out, since it " + why.replaceFirst("^were ", "was ")
                            : Counted.of(rows, "row") + " are left out, since they " + why));
        }
    }
}
