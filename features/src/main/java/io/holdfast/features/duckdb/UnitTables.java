package io.holdfast.features.duckdb;

import io.holdfast.features.history.HistoryDescription;
import io.holdfast.features.sql.Cut;
import io.holdfast.features.sql.Sql;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tables whose rows are units': events and changes of attributes. Of few events they are in memory; of many they are {@link DiskTables on the disk}, and may
 * be seen a part of the units at a time, so that what a query keeps for each unit fits into memory however many units there are.
 *
 * <p>That the parts' rows are together those of the whole rests on this: what a plan, an outcome or a baseline says of a unit is made of the unit's own
 * rows of these tables; every aggregate of them is grouped by the unit, every window over them partitioned by it, and every join is on it. Other tables,
 * which say who belongs to whom, who was to get care and what a unit is worth, are always seen whole, and so are finished rows, by which peers are compared.
 */
final class UnitTables {
    private final Database database;
    private final HistoryDescription history;
    private final long atOnce;
    private final String own;
    private long held;
    private @Nullable DiskTables disk;

    /** @param atOnce how many events there may be in memory */
    UnitTables(Database database, HistoryDescription history, long atOnce) {
        this.database = database;
        this.history = history;
        this.atOnce = atOnce;
        this.own = Cut.ownColumns(history).stream()
                .map(column -> ", " + Sql.name(column))
                .collect(Collectors.joining());
    }

    /** Makes the table of events; ids that are mapped have been read by then. */
    void createEvents() {
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

    /**
     * Adds events.
     *
     * @param view to take them from, with {@code line} and {@code event_id}
     * @param conditions that rows to take meet
     * @param count of the rows to take
     * @param drop whether rows that repeat another in every column are left out
     * @return how many repeat another of them
     */
    long add(String view, List<String> conditions, long count, boolean drop) {
        DiskTables moved = disk;
        if (moved == null && held + count > atOnce) {
            moved = new DiskTables(database, history, atOnce);
            disk = moved;
        }
        if (moved != null) {
            return moved.add(view, conditions, drop);
        }
        long repeated = addInMemory(rows(view, conditions), count, drop);
        held += drop ? count - repeated : count;
        return repeated;
    }

    private long addInMemory(String rows, long count, boolean drop) {
        String columns = "unit, customer, kind, occurred, greatest(occurred, known) AS known" + own;
        String distinct = "SELECT DISTINCT event_id, " + columns + rows;
        boolean repeat = mayRepeat(database, "SELECT event_id, " + columns + rows, count);
        database.run("INSERT INTO " + Cut.EVENT
                + (drop && repeat
                        ? " SELECT * EXCLUDE (event_id) FROM (" + distinct + ")"
                        : " SELECT " + columns + rows));
        if (!repeat) {
            return 0;
        }
        // What is left out was counted by filling the table; else the rows have to be gone through for it.
        return count - (drop ? size(database, Cut.EVENT) - held : size(database, "(" + distinct + ")"));
    }

    /** The end of a query, from FROM on. */
    static String rows(String view, List<String> conditions) {
        return " FROM " + view + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions));
    }

    /** Equal rows have equal hashes; so where all of those differ, which is quickly found, the rows do. */
    static boolean mayRepeat(Database database, String rows, long count) {
        return size(database, "(SELECT DISTINCT hash(made) FROM (" + rows + ") AS made)") < count;
    }

    static long size(Database database, String table) {
        return database.numbers("SELECT count(*) FROM " + table).get(0);
    }

    /** Makes the table of changes of attributes, after that of events was filled. */
    void createAttributes(String rows) {
        DiskTables moved = disk;
        if (moved == null) {
            database.run("CREATE TABLE " + Cut.ATTRIBUTE + " AS " + rows);
        } else {
            moved.createAttributes(rows);
        }
    }

    /** Where a table that grows with the units is best made: its name, with that of its database. */
    String place(String table) {
        return disk == null ? table : Database.DISK + "." + table;
    }

    /** Does something for each part of the units, with nothing but that in sight; where there are few events, once for all of them. */
    void eachPart(Runnable action) {
        DiskTables moved = disk;
        if (moved == null) {
            action.run();
        } else {
            moved.eachPart(action);
        }
    }

    /**
     * Reads the rows of a query that is made for each part of the units.
     *
     * @param sql without an order
     * @param order columns of the result, enough to tell its rows apart
     */
    void query(String sql, String order, Database.RowReader reader) {
        if (disk == null) {
            database.query(sql + " ORDER BY " + order, reader);
            return;
        }
        String gathered = place("gathered");
        fill(gathered, sql, true);
        database.query("SELECT * FROM " + gathered + " ORDER BY " + order, reader);
        database.run("DROP TABLE " + gathered);
    }

    /**
     * Fills a table with the rows of a query that is made for each part of the units.
     *
     * @param create whether the table is made first
     */
    void fill(String table, String sql, boolean create) {
        boolean[] missing = {create};
        eachPart(() -> {
            database.run((missing[0] ? "CREATE TABLE " + table + " AS " : "INSERT INTO " + table + " ") + sql);
            missing[0] = false;
        });
    }
}
