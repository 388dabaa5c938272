package io.holdfast.features.duckdb;

import io.holdfast.features.history.EventKind;
import io.holdfast.features.history.HistoryDescription;
import io.holdfast.features.history.KindRole;
import io.holdfast.features.history.Measure;
import io.holdfast.features.history.Source;
import io.holdfast.features.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What can be wrong with the lines of a source of events. */
final class EventChecks {
    private final HistoryDescription history;
    private final Source source;

    EventChecks(HistoryDescription history, Source source) {
        this.history = history;
        this.source = source;
    }

    List<LineCheck> all() {
        List<LineCheck> checks = new ArrayList<>();
        String form = source.timeFormats().isEmpty()
                ? "a time such as 2026-01-31, 2026-01-31 08:00:00 or 2026-01-31T08:00:00Z, or 'timeFormat' beside 'path'"
                : "a time as 'timeFormat' says, " + String.join(" or ", source.timeFormats());
        checks.add(new LineCheck(
                "bad_time",
                "occurred_cell IS NOT NULL AND occurred IS NULL",
                "occurred_cell",
                "have a time that cannot be read",
                form + "; or 'badTime: drop' under 'cleaning'",
                dropIf(history.cleaning().badTime())));
        checks.add(new LineCheck(
                "bad_time",
                "known_cell IS NOT NULL AND arrived IS NULL",
                "known_cell",
                "have a time of arrival that cannot be read",
                form + "; or 'badTime: drop' under 'cleaning'",
                dropIf(history.cleaning().badTime())));
        checks.add(new LineCheck(
                "no_time",
                "occurred_cell IS NULL",
                "NULL",
                "have no time",
                "one in each, or 'withoutTime: drop' under 'cleaning' where none means that it did not happen",
                dropIf(history.cleaning().withoutTime() || history.cleaning().badTime())));
        checks.add(new LineCheck(
                "ambiguous_time",
                "ambiguous",
                "occurred_cell",
                "have a time that the formats of 'timeFormat' read differently",
                "formats of which no two fit the same text",
                LineCheck.Remedy.REFUSE));
        checks.add(new LineCheck(
                "no_customer",
                "unit IS NULL",
                "NULL",
                "have no customer",
                "an id in each, or 'withoutCustomer: drop' under 'cleaning'",
                dropIf(history.cleaning().withoutCustomer())));
        checks.add(new LineCheck(
                "unknown_kind",
                "kind IS NULL OR NOT " + Sql.in("kind", history.kinds().keySet()),
                "kind",
                "are of a kind that 'kinds' does not describe",
                "one of " + String.join(", ", history.kinds().keySet()),
                LineCheck.Remedy.REFUSE));
        unknownLeave(checks);
        for (Measure measure : history.measures().values()) {
            if (source.columns().containsKey(measure.name())) {
                String column = Sql.name(measure.name());
                String cell = Sql.name("cell_" + measure.name());
                checks.add(new LineCheck(
                        "bad_measure",
                        cell + " IS NOT NULL AND " + column + " IS NULL",
                        cell,
                        "have a value of '" + measure.name() + "' that cannot be read with 'scale: " + measure.scale()
                                + "'",
                        "digits with a point and at most " + measure.scale() + " decimal places, or a larger 'scale'",
                        LineCheck.Remedy.REFUSE));
            }
        }
        negative(checks);
        String late = history.until()
                .map(day -> " OR occurred >= " + Sql.midnight(day) + " AND known < " + Sql.midnight(day))
                .orElse("");
        checks.add(new LineCheck(
                "future",
                "CAST(occurred AS DATE) > CAST(known AS DATE)" + late,
                "occurred",
                "are dated after they arrived",
                "events that had happened, or 'future: drop' under 'cleaning'",
                dropIf(history.cleaning().future())));
        return checks;
    }

    private static LineCheck.Remedy dropIf(boolean drop) {
        return drop ? LineCheck.Remedy.DROP : LineCheck.Remedy.REFUSE;
    }

    /** A leave whose type nobody knows would be overlooked. */
    private void unknownLeave(List<LineCheck> checks) {
        for (EventKind kind : history.kinds(List.of(KindRole.LEAVE))) {
            if (!kind.types().isEmpty()) {
                checks.add(new LineCheck(
                        "unknown_type",
                        "kind = " + Sql.text(kind.name()) + " AND NOT coalesce("
                                + Sql.in(Sql.name("category"), kind.types().keySet()) + ", FALSE)",
                        Sql.name("category"),
                        "are leaves whose category has no type",
                        "one of " + String.join(", ", kind.types().keySet()),
                        LineCheck.Remedy.REFUSE));
            }
        }
    }

    private void negative(List<LineCheck> checks) {
        List<String> spending = history.kinds(List.of(KindRole.PURCHASE, KindRole.BILL, KindRole.PAYMENT)).stream()
                .map(EventKind::name)
                .toList();
        String negative = history.measures().keySet().stream()
                .filter(source.columns()::containsKey)
                .map(name -> Sql.name(name) + " < 0")
                .collect(Collectors.joining(" OR "));
        if (!negative.isEmpty()) {
            checks.add(new LineCheck(
                    "negative",
                    Sql.in("kind", spending) + " AND (" + negative + ")",
                    "kind",
                    "are of a kind that spends, but have a negative measure",
                    "",
                    LineCheck.Remedy.REPORT));
        }
    }
}
