package io.holdfast.features.duckdb;

import io.holdfast.features.history.HistoryDescription;
import io.holdfast.features.history.Source;
import io.holdfast.features.sql.Sql;
import io.holdfast.scoring.fault.InputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes events from a raw table; every line that is not taken is counted and shown. */
final class EventLoader {
    private final Database database;
    private final UnitTables events;
    private final HistoryDescription history;
    private final List<String> notes;

    EventLoader(Database database, UnitTables events, HistoryDescription history, List<String> notes) {
        this.database = database;
        this.events = events;
        this.history = history;
        this.notes = notes;
    }

    void load(Source source, RawTable raw) {
        String view = raw.table() + "_read";
        database.run("CREATE VIEW " + view + " AS " + values(source, raw));
        List<LineCheck> checks = new EventChecks(history, source).all();
        List<Long> counts = database.numbers("SELECT count(*)"
                + checks.stream()
                        .map(check -> ", count_if(" + check.condition() + ")")
                        .collect(Collectors.joining())
                + " FROM " + view);
        long lines = counts.get(0);
        List<String> left = new ArrayList<>();
        Map<LineCheck, Long> dropped = new LinkedHashMap<>();
        for (int i = 0; i < checks.size(); i++) {
            LineCheck check = checks.get(i);
            if (counts.get(i + 1) > 0) {
                notes.add(check.note(database, raw, view, counts.get(i + 1), lines));
                if (check.remedy() == LineCheck.Remedy.DROP) {
                    left.add("coalesce(NOT (" + check.condition() + "), TRUE)");
                    dropped.put(check, counts.get(i + 1));
                }
            }
        }
        long kept = left.isEmpty() ? lines : count(view, left);
        if (kept == 0 && lines > 0 && !isYoung(view)) {
            refuse(raw, view, dropped, lines);
        }
        ZoneReport zones = new ZoneReport(database, history.zone().getId(), notes);
        zones.run(raw, view, "occurred_offset", "occurred_cell", "occurred", "occurrence");
        zones.run(raw, view, "known_offset", "known_cell", "arrived", "arrival");
        insert(raw, view, left, kept);
    }

    private long count(String view, List<String> conditions) {
        return database.numbers("SELECT count(*) FROM " + view + " WHERE " + String.join(" AND ", conditions))
                .get(0);
    }

    /** What has no time did not happen, where somebody says so, and in a young file that may be all. */
    private boolean isYoung(String view) {
        return history.cleaning().withoutTime() && count(view, List.of("occurred_cell IS NOT NULL")) == 0;
    }

    /** Of one cause or of several together nothing would be left. */
    private void refuse(RawTable raw, String view, Map<LineCheck, Long> dropped, long lines) {
        List<String> causes = new ArrayList<>();
        dropped.forEach((check, count) -> causes.add(check.found(database, raw, view, count, lines)));
        throw new InputException(
                "nothing_left",
                raw.file() + ": " + String.join(", and ", causes) + "; expected at least one that can be kept");
    }

    private void insert(RawTable raw, String view, List<String> conditions, long all) {
        boolean drop = history.cleaning().exactDuplicates();
        long repeated = events.add(view, conditions, all, drop);
        if (repeated > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%s: %,d of %,d %ss repeat another in every described column: %s",
                    raw.file(),
                    repeated,
                    all,
                    raw.rowWord(),
                    drop ? "left out" : "kept"));
        }
    }

    private String values(Source source, RawTable raw) {
        CellSql cells = new CellSql(history, source, raw);
        String customer = cells.has("customer") ? cells.id("customer") : cells.id("unit");
        String unit = history.unitIsCustomer() ? customer : cells.id("unit");
        String measures = history.measures().values().stream()
                .map(measure -> ", " + cells.parts(measure) + " AS " + Sql.name(measure.name())
                        + (cells.has(measure.name())
                                ? ", " + cells.cells(measure.name()) + " AS " + Sql.name("cell_" + measure.name())
                                : ""))
                .collect(Collectors.joining());
        String categories = history.categories().stream()
                .map(name -> ", " + cells.cell(name) + " AS " + Sql.name(name))
                .collect(Collectors.joining());
        String parsed = "SELECT line, " + unit + " AS unit, " + customer + " AS customer, "
                + (cells.has("kind") ? cells.cell("kind") : Sql.text(source.kind())) + " AS kind, "
                + cells.cell("event") + " AS event_id, " + cells.cell("occurredAt") + " AS occurred_cell, "
                + cells.cell("arrivedAt") + " AS known_cell, " + cells.instant("occurredAt") + " AS occurred, "
                + cells.instant("arrivedAt") + " AS arrived, " + cells.ambiguous("occurredAt") + " AS ambiguous, "
                + cells.offset("occurredAt") + " AS occurred_offset, " + cells.offset("arrivedAt")
                + " AS known_offset" + measures + categories + " FROM " + raw.table();
        return "SELECT * REPLACE (" + kind(source) + " AS kind), coalesce(arrived, occurred) AS known FROM (" + parsed
                + ")";
    }

    /** Lines with a negative measure can be of another kind: a purchase with a negative quantity is a return. */
    private String kind(Source source) {
        if (source.negativeKind().isEmpty()) {
            return "kind";
        }
        String negative = history.measures().keySet().stream()
                .filter(name -> source.columns().containsKey(name))
                .map(name -> "coalesce(" + Sql.name(name) + ", 0) < 0")
                .collect(Collectors.joining(" OR "));
        return "CASE WHEN " + negative + " THEN " + Sql.text(source.negativeKind()) + " ELSE kind END";
    }
}
