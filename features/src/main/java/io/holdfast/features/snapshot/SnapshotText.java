package io.holdfast.features.snapshot;

import io.holdfast.features.definition.Leaving;
import io.holdfast.features.definition.OutcomeSql;
import io.holdfast.features.duckdb.HistoryTables;
import io.holdfast.features.sql.Sql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/** What people are told about the rows of a table to learn from. */
final class SnapshotText {
    private static final double TWO_SIDED = 1.96;
    private static final double PERCENT = 100;

    private SnapshotText() {}

    static List<String> lines(
            SnapshotDates dates, SortedMap<String, Long> states, long positives, int features, long events) {
        long rows = states.getOrDefault("ok", 0L);
        LocalDate first = dates.dates().get(0);
        LocalDate last = dates.dates().get(dates.dates().size() - 1);
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "history: %,d events, %,d rows as of %d dates from %s to %s, %d columns; %,d rows left (%.1f %%)",
                events,
                rows,
                dates.dates().size(),
                first,
                last,
                features,
                positives,
                100.0 * positives / rows));
        if (dates.censored() > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "history: %d later dates are left out, since their outcome was not known when the history ended",
                    dates.censored()));
        }
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

    /** How many events there are of those that tell who leaves. */
    static String tellTale(Leaving leaving, HistoryTables tables) {
        return leaving instanceof Leaving.ByEvent event
                ? String.format(
                        Locale.ROOT,
                        "of the %,d events, %,d are leaves (%s), %,d of them of a type to foresee (%s)",
                        tables.events(),
                        tables.events(Sql.in("kind", event.leaves())),
                        String.join(", ", event.leaves()),
                        tables.events(OutcomeSql.isPositive(event)),
                        String.join(", ", event.positive()))
                : String.format(
                        Locale.ROOT,
                        "of the %,d events, %,d count as buying (%s)",
                        tables.events(),
                        tables.events(Sql.in("kind", ((Leaving.BySilence) leaving).purchases())),
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
        return List.of(String.format(
                Locale.ROOT,
                "value models: none fitted as of %d dates, the last of them %s: %s",
                failures.size(),
                last.getKey(),
                last.getValue()));
    }

    static List<String> ofCare(CareRows care) {
        String standing = String.format(
                Locale.ROOT,
                "history: %,d rows of units held out instead of getting care stand for those that got some, by the inverse of the probability of being held out: for about %,.0f rows, where %,d are left out as assigned",
                care.weighted(),
                care.standFor(),
                care.assigned());
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
            lines.add(String.format(Locale.ROOT, "history: %,d rows are left out, since they %s", rows, why));
        }
    }
}
