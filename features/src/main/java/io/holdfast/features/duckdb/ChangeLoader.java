package io.holdfast.features.duckdb;

import io.holdfast.features.history.Attribute;
import io.holdfast.features.history.HistoryDescription;
import io.holdfast.features.history.Source;
import io.holdfast.features.sql.Cut;
import io.holdfast.features.sql.Sql;
import io.holdfast.scoring.dataset.ColumnKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Fills the tables of attributes and of ids. */
final class ChangeLoader {
    private final Database database;
    private final HistoryDescription history;
    private final List<String> notes;

    ChangeLoader(Database database, HistoryDescription history, List<String> notes) {
        this.database = database;
        this.history = history;
        this.notes = notes;
    }

    void attributes(Source source, RawTable raw) {
        CellSql cells = new CellSql(history, source, raw);
        String customer = cells.has("customer") ? cells.id("customer") : cells.id("unit");
        String unit = history.unitIsCustomer() ? customer : cells.id("unit");
        String view = raw.table() + "_read";
        database.run("CREATE VIEW " + view + " AS SELECT *, coalesce(arrived, occurred) AS known FROM (SELECT line, "
                + unit + " AS unit, " + customer + " AS customer, " + cells.cell("attribute")
                + " AS attribute, coalesce("
                + cells.cell("value") + ", '') AS value, " + times(cells) + " FROM " + raw.table() + ")");
        List<LineCheck> checks = new ArrayList<>(timeChecks());
        checks.add(new LineCheck(
                "no_customer", "unit IS NULL", "NULL", "have no customer", "an id in each", LineCheck.Remedy.REFUSE));
        checks.add(new LineCheck(
                "unknown_attribute",
                "attribute IS NULL OR NOT "
                        + Sql.in("attribute", history.attributeKinds().keySet()),
                "attribute",
                "are of an attribute that 'attributes' does not describe",
                "one of " + String.join(", ", history.attributeKinds().keySet()),
                LineCheck.Remedy.REFUSE));
        checks.add(unreadable(ColumnKind.NUMBER, "TRY_CAST(value AS DOUBLE) IS NULL", "a number"));
        checks.add(unreadable(
                ColumnKind.DATE,
                "NOT regexp_full_match(value, '\\d{4}-\\d{2}-\\d{2}') OR TRY_CAST(value AS DATE) IS NULL",
                "a date such as 2026-01-31"));
        run(raw, view, checks);
        database.run("CREATE TABLE " + Cut.ATTRIBUTE
                + " AS SELECT unit, customer, attribute, value, occurred, known FROM " + view);
    }

    private LineCheck unreadable(ColumnKind kind, String condition, String expected) {
        List<String> names = history.attributeKinds().values().stream()
                .filter(attribute -> attribute.kind() == kind)
                .map(Attribute::name)
                .toList();
        return new LineCheck(
                "bad_attribute",
                Sql.in("attribute", names) + " AND value <> '' AND (" + condition + ")",
                "attribute || ' = ' || value",
                "have a value that cannot be read",
                expected,
                LineCheck.Remedy.REFUSE);
    }

    void ids(Source source, RawTable raw) {
        CellSql cells = new CellSql(history, source, raw);
        String view = raw.table() + "_read";
        database.run("CREATE VIEW " + view + " AS SELECT *, coalesce(arrived, occurred) AS known FROM (SELECT line, "
                + cells.id("id") + " AS id, " + cells.id("customer") + " AS customer, " + cells.cell("change")
                + " AS change, " + cells.cell("household") + " AS household, " + times(cells) + " FROM " + raw.table()
                + ")");
        List<LineCheck> checks = new ArrayList<>(timeChecks());
        checks.add(new LineCheck(
                "no_customer",
                "id IS NULL OR customer IS NULL",
                "coalesce(id, customer)",
                "have no id or no customer",
                "both in each",
                LineCheck.Remedy.REFUSE));
        checks.add(new LineCheck(
                "unknown_change",
                "change IS NULL OR change NOT IN ('new', 'merge', 'split')",
                "change",
                "have a change that is none",
                "new, merge or split",
                LineCheck.Remedy.REFUSE));
        run(raw, view, checks);
        database.run(
                "CREATE TABLE " + Cut.ID + " AS SELECT id, customer, change, household, occurred, known FROM " + view);
    }

    private static String times(CellSql cells) {
        return cells.cell("validFrom") + " AS occurred_cell, " + cells.cell("arrivedAt") + " AS known_cell, "
                + cells.offset("validFrom") + " AS occurred_offset, " + cells.offset("arrivedAt") + " AS known_offset, "
                + cells.instant("validFrom") + " AS occurred, " + cells.instant("arrivedAt") + " AS arrived";
    }

    private static List<LineCheck> timeChecks() {
        String expected = "a time such as 2026-01-31 or 2026-01-31T08:00:00Z, or 'timeFormat' beside 'path'";
        return List.of(
                new LineCheck(
                        "bad_time",
                        "occurred IS NULL",
                        "occurred_cell",
                        "have a time that cannot be read",
                        expected,
                        LineCheck.Remedy.REFUSE),
                new LineCheck(
                        "bad_time",
                        "known_cell IS NOT NULL AND arrived IS NULL",
                        "known_cell",
                        "have a time of arrival that cannot be read",
                        expected,
                        LineCheck.Remedy.REFUSE));
    }

    private void run(RawTable raw, String view, List<LineCheck> checks) {
        List<Long> counts = database.numbers("SELECT count(*)"
                + checks.stream()
                        .map(check -> ", count_if(" + check.condition() + ")")
                        .collect(Collectors.joining())
                + " FROM " + view);
        for (int i = 0; i < checks.size(); i++) {
            if (counts.get(i + 1) > 0) {
                notes.add(checks.get(i).note(database, raw, view, counts.get(i + 1), counts.get(0)));
            }
        }
        ZoneReport zones = new ZoneReport(database, history.zone().getId(), notes);
        zones.run(raw, view, "occurred_offset", "occurred_cell", "occurred", "validity");
        zones.run(raw, view, "known_offset", "known_cell", "arrived", "arrival");
    }
}
