package io.holdfast.features.duckdb;

import io.holdfast.features.history.HistoryDescription;
import io.holdfast.features.history.Source;
import io.holdfast.features.sql.Cut;
import io.holdfast.features.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Fills the table of events from a raw one; every line that is not taken is counted and shown. */
final class EventLoader {
    private final Database database;
    private final HistoryDescription history;
    private final List<String> notes;

    EventLoader(Database database, HistoryDescription history, List<String> notes) {
        this.database = database;
        this.history = history;
        this.notes = notes;
    }

    void createTable() {
        database.run("CREATE TABLE " + Cut.EVENT
                + " (unit VARCHAR, customer VARCHAR, kind VARCHAR, occurred TIMESTAMP, known TIMESTAMP"
                + history.measures().keySet().stream()
                        .map(name -> ", " + Sql.name(name) + " BIGINT")
                        .collect(Collectors.joining())
                + history.categories().stream()
                        .map(name -> ", " + Sql.name(name) + " VARCHAR")
                        .collect(Collectors.joining())
                + ")");
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
        String columns = "unit, customer, kind, occurred, greatest(occurred, known) AS known"
                + Cut.ownColumns(history).stream()
                        .map(column -> ", " + Sql.name(column))
                        .collect(Collectors.joining());
        String rows = " FROM " + view + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions));
        long all = database.numbers("SELECT count(*)" + rows).get(0);
        String distinct = "SELECT DISTINCT event_id, " + columns + rows;
        boolean repeat = mayRepeat(all, columns, rows);
        boolean drop = history.cleaning().exactDuplicates();
        long before = size();
        database.run("INSERT INTO " + Cut.EVENT
                + (drop && repeat
                        ? " SELECT * EXCLUDE (event_id) FROM (" + distinct + ")"
                        : " SELECT " + columns + rows));
        long repeated = 0;
        if (repeat) {
            // What is left out was counted by filling the table; else the rows have to be gone through for it.
            repeated = all
                    - (drop
                            ? size() - before
                            : database.numbers("SELECT count(*) FROM (" + distinct + ")")
                                    .get(0));
        }
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

    private long size() {
        return database.numbers("SELECT count(*) FROM " + Cut.EVENT).get(0);
    }

    /** Equal lines have equal hashes; so where all of those differ, which is quickly found, the lines do. */
    private boolean mayRepeat(long all, String columns, String rows) {
        String hashes = "SELECT DISTINCT hash(made) FROM (SELECT event_id, " + columns + rows + ") AS made";
        return database.numbers("SELECT count(*) FROM (" + hashes + ")").get(0) < all;
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
