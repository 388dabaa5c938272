package io.holdfast.features.duckdb;

import io.holdfast.features.sql.Cut;

/**
 * Which ids an id map may tell to be one customer, now or on some date: {@value #TABLE} has, for each id that the map ties to another, the least of all ids that
 * are tied to it, be it over others. On no date does an event belong to a customer outside the group of its id, whichever of the ties are known by then.
 */
final class IdGroups {
    /** The table: id, root. */
    static final String TABLE = "id_group";

    private static final String TIE = "id_tie";
    private static final String NEXT = TABLE + "_next";

    private IdGroups() {}

    /** Makes the table from the id map: everybody takes the least root among those they are tied to, until nobody's changes. */
    static void make(Database database) {
        database.run("CREATE TABLE " + TIE + " AS SELECT id, customer AS other FROM " + Cut.ID
                + " WHERE id <> customer UNION SELECT customer, id FROM " + Cut.ID
                + " WHERE id <> customer UNION SELECT id, id FROM " + Cut.ID + " WHERE id <> customer");
        database.run("CREATE TABLE " + TABLE + " AS SELECT id, min(other) AS root FROM " + TIE + " GROUP BY id");
        long changed = 1;
        while (changed > 0) {
            // The root's own root besides: so a chain halves, instead of losing one link, each time.
            database.run("CREATE TABLE " + NEXT
                    + " AS SELECT t.id, least(min(g.root), min(r.root)) AS root FROM " + TIE + " t JOIN " + TABLE
                    + " g ON g.id = t.other JOIN " + TABLE + " r ON r.id = g.root GROUP BY t.id");
            changed = database.numbers("SELECT count(*) FROM " + TABLE + " g JOIN " + NEXT
                            + " n ON n.id = g.id WHERE n.root <> g.root")
                    .get(0);
            database.run("DROP TABLE " + TABLE);
            database.run("ALTER TABLE " + NEXT + " RENAME TO " + TABLE);
        }
        database.run("DROP TABLE " + TIE);
    }
}
