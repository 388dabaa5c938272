package io.holdfast.features.duckdb;

import io.holdfast.features.history.Attribute;
import io.holdfast.features.history.HistoryDescription;
import io.holdfast.features.history.Source;
import io.holdfast.features.sql.Cut;
import io.holdfast.features.sql.Sql;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Fills the tables of attributes, of ids and of the log of care. */
final class ChangeLoader {
    private final Database database;
    private final UnitTables tables;
    private final HistoryDescription history;
    private final List<String> notes;

    ChangeLoader(Database database, UnitTables tables, HistoryDescription history, List<String> notes) {
        this.database = database;
        this.tables = tables;
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
        history.attributeKinds().values().stream()
                .filter(attribute -> attribute.kind() == ColumnKind.FLAG)
                .map(ChangeLoader::noFlag)
                .forEach(checks::add);
        run(raw, view, checks);
        zones(raw, view);
        tables.createAttributes("SELECT unit, customer, attribute, value, occurred, known FROM " + view);
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

    /** Whatever is neither a yes nor a no would be taken for a no: of consent and objection the worst that can happen. */
    private static LineCheck noFlag(Attribute flag) {
        return new LineCheck(
                "bad_attribute",
                "attribute = " + Sql.text(flag.name()) + " AND value <> '' AND NOT "
                        + Sql.in("value", flag.tokens().yes()) + " AND NOT "
                        + Sql.in("value", flag.tokens().no()),
                "attribute || ' = ' || value",
                "have a value that cannot be read",
                flag.tokens().expectation() + ", or others by 'tokens'",
                LineCheck.Remedy.REFUSE);
    }

    void ids(Source source, RawTable raw) {
        CellSql cells = new CellSql(history, source, raw);
        String view = raw.table() + "_read";
        database.run("CREATE VIEW " + view + " AS SELECT *, coalesce(arrived, occurred) AS known FROM (SELECT line, "
                + cells.id("id") + " AS id, " + cells.id("customer") + " AS customer, "
                + cells.cell("system") + " AS system, " + cells.cell("change")
                + " AS change, " + cells.key("household") + " AS household, " + times(cells) + " FROM " + raw.table()
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
        requireOneNumberSpace(raw, view);
        requireOneCustomer(raw, view);
        zones(raw, view);
        database.run(
                "CREATE TABLE " + Cut.ID + " AS SELECT id, customer, change, household, occurred, known FROM " + view);
    }

    /** Events name no system, so an id must mean one customer whichever system it comes from; over time it may pass to another, within one system. */
    private void requireOneNumberSpace(RawTable raw, String view) {
        String shared = " FROM " + view + " a JOIN " + view
                + " b ON a.id = b.id AND a.system < b.system AND a.customer <> b.customer WHERE a.change = 'new' AND b.change = 'new'";
        long ids = database.numbers("SELECT count(DISTINCT a.id)" + shared).get(0);
        if (ids == 0) {
            return;
        }
        List<String> examples = new ArrayList<>();
        database.query(
                "SELECT a.id, min(a.system), min(b.system)" + shared + " GROUP BY a.id ORDER BY a.id LIMIT 3",
                row -> examples.add(Excerpt.of(row.getString(1)) + " in " + Excerpt.of(row.getString(2)) + " and "
                        + Excerpt.of(row.getString(3))));
        throw new InputException(
                "shared_id",
                String.format(
                        Locale.ROOT,
                        "%s: %,d ids belong to different customers in different systems (%s), and events do not say of which system theirs is;"
                                + " expected ids that no two systems share, such as with the system's name before them",
                        raw.file(),
                        ids,
                        String.join(", ", examples)));
    }

    /** Of two customers who get an id at one moment, nobody could say whose the events are. */
    private void requireOneCustomer(RawTable raw, String view) {
        String twice = " FROM " + view + " a JOIN " + view
                + " b ON a.id = b.id AND a.occurred = b.occurred AND a.known = b.known AND a.line < b.line AND a.customer <> b.customer WHERE a.change = 'new' AND b.change = 'new'";
        long ids = database.numbers("SELECT count(DISTINCT a.id)" + twice).get(0);
        if (ids == 0) {
            return;
        }
        List<String> examples = new ArrayList<>();
        database.query(
                "SELECT a.id, a.line, a.customer, b.line, b.customer" + twice + " ORDER BY a.line, b.line LIMIT 3",
                row -> examples.add(String.format(
                        Locale.ROOT,
                        "%s is %s by %s %d and %s by %s %d",
                        Excerpt.of(row.getString(1)),
                        Excerpt.of(row.getString(3)),
                        raw.rowWord(),
                        row.getLong(2),
                        Excerpt.of(row.getString(5)),
                        raw.rowWord(),
                        row.getLong(4))));
        throw new InputException(
                "shared_id",
                String.format(
                        Locale.ROOT,
                        "%s: %,d ids are given to two customers at the same moment (%s); expected one customer for an id at a time",
                        raw.file(),
                        ids,
                        String.join(", ", examples)));
    }

    void care(Source source, RawTable raw) {
        CellSql cells = new CellSql(history, source, raw);
        String customer = cells.has("customer") ? cells.id("customer") : cells.id("unit");
        String unit = history.unitIsCustomer() ? customer : cells.id("unit");
        String view = raw.table() + "_read";
        database.run("CREATE VIEW " + view + " AS SELECT line, " + unit + " AS unit, " + customer + " AS customer, "
                + cells.cell("arm") + " AS arm, " + cells.cell("share") + " AS share_cell, TRY_CAST("
                + cells.cell("share") + " AS DOUBLE) AS share, " + campaign(cells) + cells.cell("assignedAt")
                + " AS occurred_cell, "
                + cells.offset("assignedAt") + " AS occurred_offset, " + cells.instant("assignedAt")
                + " AS occurred FROM " + raw.table());
        run(
                raw,
                view,
                List.of(
                        timeChecks().get(0),
                        new LineCheck(
                                "no_customer",
                                "unit IS NULL OR customer IS NULL",
                                "NULL",
                                "have no " + history.unit(),
                                "an id in each",
                                LineCheck.Remedy.REFUSE),
                        new LineCheck(
                                "unknown_arm",
                                "arm IS NULL OR arm NOT IN ('assigned', 'shadow')",
                                "arm",
                                "are of an arm that is none",
                                "assigned or shadow",
                                LineCheck.Remedy.REFUSE),
                        new LineCheck(
                                "bad_share",
                                "arm = 'shadow' AND NOT coalesce(share BETWEEN 0.001 AND 1, FALSE)",
                                "coalesce(share_cell, '')",
                                "are shadows whose probability of being held out is missing or out of range",
                                "a share from 0.001 to 1",
                                LineCheck.Remedy.REFUSE),
                        new LineCheck(
                                "bad_share",
                                "arm = 'shadow' AND NOT coalesce(campaign_share BETWEEN 0 AND share, FALSE)",
                                "coalesce(campaign_cell, '')",
                                "are shadows whose share drawn anew by the campaign is no part of their probability of being held out",
                                "a campaignShare from 0 to share",
                                LineCheck.Remedy.REFUSE)));
        new ZoneReport(database, history.zone().getId(), notes)
                .run(raw, view, "occurred_offset", "occurred_cell", "occurred", "assignment");
        database.run("CREATE TABLE " + Cut.CARE
                + " AS SELECT unit, customer, occurred, arm, share, coalesce(campaign, CAST(CAST(occurred AS DATE) AS VARCHAR)) AS campaign, campaign_share FROM "
                + view);
        tellOfCare(raw);
    }

    /** A log of ids that the events do not use would leave everybody who got care among those who got none. */
    private void tellOfCare(RawTable raw) {
        String known = "SELECT unit FROM " + Cut.EVENT
                + (history.ids().isPresent() ? " UNION SELECT id AS unit FROM " + Cut.ID : "");
        List<Long> counts =
                database.numbers("SELECT count(*), count(DISTINCT unit), count(DISTINCT unit) FILTER (WHERE unit IN ("
                        + known + ")) FROM " + Cut.CARE);
        if (counts.get(0) == 0) {
            return;
        }
        if (counts.get(2) == 0) {
            List<String> examples = new ArrayList<>();
            database.query(
                    "SELECT DISTINCT unit FROM " + Cut.CARE + " ORDER BY 1 LIMIT 3",
                    row -> examples.add(Excerpt.of(row.getString(1))));
            throw new InputException(
                    "unknown_care_units",
                    String.format(
                            Locale.ROOT,
                            "%s: none of the %,d units decided on (%s) is one of the events'; expected the ids that the events have",
                            raw.file(),
                            counts.get(1),
                            String.join(", ", examples)));
        }
        database.query(
                "SELECT CAST(CAST(min(occurred) AS DATE) AS VARCHAR), CAST(CAST(max(occurred) AS DATE) AS VARCHAR) FROM "
                        + Cut.CARE,
                row -> notes.add(String.format(
                        Locale.ROOT,
                        "%s: %,d decisions on care from %s to %s; the events know %,d of the %,d units decided on. Care decided at other times counts as none",
                        raw.file(),
                        counts.get(0),
                        row.getString(1),
                        row.getString(2),
                        counts.get(2),
                        counts.get(1))));
    }

    /** Where the log does not say, every day is a campaign, and nobody is drawn anew. */
    private static String campaign(CellSql cells) {
        String share = cells.has("campaignShare") ? cells.cell("campaignShare") : "NULL";
        return (cells.has("campaign") ? cells.cell("campaign") : "CAST(NULL AS VARCHAR)") + " AS campaign, " + share
                + " AS campaign_cell, CASE WHEN " + share + " IS NULL THEN 0e0 ELSE TRY_CAST(" + share
                + " AS DOUBLE) END AS campaign_share, ";
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
    }

    private void zones(RawTable raw, String view) {
        ZoneReport zones = new ZoneReport(database, history.zone().getId(), notes);
        zones.run(raw, view, "occurred_offset", "occurred_cell", "occurred", "validity");
        zones.run(raw, view, "known_offset", "known_cell", "arrived", "arrival");
    }
}
