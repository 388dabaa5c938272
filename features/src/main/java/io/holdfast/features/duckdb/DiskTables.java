package io.holdfast.features.duckdb;

import io.holdfast.features.history.HistoryDescription;
import io.holdfast.features.sql.Cut;
import io.holdfast.features.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Events and changes of attributes on the disk, compressed, where the rows of a shard of the units lie together. The names of the tables are views of all shards,
 * or of some, whole ones, that make a part.
 *
 * <p>A unit is in one shard. Where the unit is the customer and ids are mapped, an event's unit depends on the date; but it is never outside the
 * {@link IdGroups group} of the event's id, and a group is in one shard.
 */
final class DiskTables {
    private static final int SHARDS = 64;

    /** Columns that no measure and no category can be named like. */
    private static final String SHARD = "\"#shard\"";

    private static final String SOURCE = "\"#source\"";
    private static final String EVENT_ID = "\"#event\"";

    private static final String EVENTS = Database.DISK + "." + Cut.EVENT;
    private static final String ATTRIBUTES = Database.DISK + "." + Cut.ATTRIBUTE;

    private final Database database;
    private final long atOnce;
    private final boolean unitIsCustomer;
    private final String own;
    private final String shard;
    private int sources = 1;
    private boolean attributes;

    /**
     * Moves the events that there are to the disk.
     *
     * @param atOnce how many events a part has at most, unless a shard has more
     */
    DiskTables(Database database, HistoryDescription history, long atOnce) {
        this.database = database;
        this.atOnce = atOnce;
        this.unitIsCustomer = history.unitIsCustomer();
        this.own = Cut.ownColumns(history).stream()
                .map(column -> ", " + Sql.name(column))
                .collect(Collectors.joining());
        boolean grouped = unitIsCustomer && history.ids().isPresent();
        if (grouped) {
            IdGroups.make(database);
        }
        String key = grouped
                ? "coalesce((SELECT g.root FROM " + IdGroups.TABLE + " g WHERE g.id = customer), unit)"
                : "unit";
        this.shard = "CAST(hash(" + key + ") % " + SHARDS + " AS INT) AS " + SHARD;
        database.openDisk();
        database.run("CREATE TABLE " + EVENTS + " AS SELECT " + columns("known") + ", CAST(NULL AS VARCHAR) AS "
                + EVENT_ID + ", 0 AS " + SOURCE + ", " + shard + " FROM " + Cut.EVENT + " ORDER BY " + SHARD);
        database.run("DROP TABLE " + Cut.EVENT);
        see("");
    }

    private String columns(String known) {
        return "unit, " + (unitIsCustomer ? "" : "customer, ") + "kind, occurred, " + known + own;
    }

    /** As {@link UnitTables#add}. Takes some lines at a time, the shards of each in turn. */
    long add(String view, List<String> conditions, boolean drop) {
        long last = database.numbers("SELECT max(line) FROM " + view).get(0);
        for (long line = 0; line < last; line += atOnce) {
            List<String> some = new ArrayList<>(conditions);
            some.add("line > " + line);
            some.add("line <= " + (line + atOnce));
            database.run("INSERT INTO " + EVENTS + " SELECT " + columns("greatest(occurred, known)") + ", event_id, "
                    + sources + ", " + shard + UnitTables.rows(view, some) + " ORDER BY " + SHARD);
        }
        String source = SOURCE + " = " + sources++;
        long repeated = 0;
        for (String part : parts(source)) {
            repeated += repeated(part + " AND " + source, drop);
        }
        return repeated;
    }

    /** Rows that repeat one another are of one unit, and so of one part. */
    private long repeated(String part, boolean drop) {
        String rows = "SELECT * FROM " + EVENTS + " WHERE " + part;
        long count = UnitTables.size(database, "(" + rows + ")");
        if (!UnitTables.mayRepeat(database, rows, count)) {
            return 0;
        }
        String once = Database.DISK + ".once";
        database.run("CREATE TABLE " + once + " AS SELECT DISTINCT * FROM (" + rows + ")");
        long repeated = count - UnitTables.size(database, once);
        if (drop && repeated > 0) {
            database.run("DELETE FROM " + EVENTS + " WHERE " + part);
            database.run("INSERT INTO " + EVENTS + " SELECT * FROM " + once + " ORDER BY " + SHARD);
        }
        database.run("DROP TABLE " + once);
        return repeated;
    }

    void createAttributes(String rows) {
        database.run(
                "CREATE TABLE " + ATTRIBUTES + " AS SELECT *, " + shard + " FROM (" + rows + ") ORDER BY " + SHARD);
        attributes = true;
        see("");
    }

    void eachPart(Runnable action) {
        for (String part : parts("TRUE")) {
            see(" WHERE " + part);
            action.run();
        }
        see("");
    }

    /** Conditions on the shard, one for each part of the rows that meet another. */
    private List<String> parts(String condition) {
        List<String> parts = new ArrayList<>();
        List<Integer> taken = new ArrayList<>();
        long[] events = {0};
        database.query(
                "SELECT " + SHARD + ", count(*) FROM " + EVENTS + " WHERE " + condition + " GROUP BY " + SHARD
                        + " ORDER BY " + SHARD,
                row -> {
                    if (!taken.isEmpty() && events[0] + row.getLong(2) > atOnce) {
                        parts.add(between(taken));
                        taken.clear();
                        events[0] = 0;
                    }
                    taken.add(row.getInt(1));
                    events[0] += row.getLong(2);
                });
        if (!taken.isEmpty()) {
            parts.add(between(taken));
        }
        return parts;
    }

    private static String between(List<Integer> taken) {
        return SHARD + " BETWEEN " + taken.get(0) + " AND " + taken.get(taken.size() - 1);
    }

    private void see(String condition) {
        database.run("CREATE OR REPLACE VIEW " + Cut.EVENT + " AS SELECT unit, "
                + (unitIsCustomer ? "unit AS customer" : "customer") + ", kind, occurred, known" + own + " FROM "
                + EVENTS
                + condition);
        if (attributes) {
            database.run("CREATE OR REPLACE VIEW " + Cut.ATTRIBUTE + " AS SELECT * EXCLUDE (" + SHARD + ") FROM "
                    + ATTRIBUTES + condition);
        }
    }
}
