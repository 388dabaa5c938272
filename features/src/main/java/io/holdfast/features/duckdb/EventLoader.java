package io.holdfast.features.duckdb;

import io.holdfast.features.history.HistoryDescription;
import io.holdfast.features.history.Source;
import io.holdfast.features.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        for (int i = 0; i < checks.size(); i++) {
            LineCheck check = checks.get(i);
            if (counts.get(i + 1) > 0) {
                notes.add(check.note(database, raw, view, counts.get(i + 1), lines));
                if (check.remedy() == LineCheck.Remedy.DROP) {
                    left.add("coalesce(NOT (" + check.condition() + "), TRUE)");
                }
            }
        }
        ZoneReport zones = new ZoneReport(database, history.zone().getId(), notes);
        zones.run(raw, view, "occurred_offset", "occurred_cell", "occurred", "occurrence");
        zones.run(raw, view, "known_offset", "known_cell", "arrived", "arrival");
        insert(raw, view, left);
    }

    private void insert(RawTable raw, String view, List<String> conditions) {
        long all = database.numbers("SELECT count(*) FROM " + view
                        + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions)))
                .get(0);
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
