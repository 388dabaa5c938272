package io.holdfast.serving.store;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Copies all rows from one store into an empty one, of whatever database. */
final class StoreCopy {
    private static final int TOGETHER = 1000;

    /** In an order in which every row finds what it points to. */
    static final List<String> TABLES = List.of(
            "store_fact",
            "customer",
            "customer_alias",
            "suppression",
            "hold_out",
            "prediction",
            "care_plan",
            "decision",
            "candidate",
            "work_item",
            "work_attempt",
            "departed_owner",
            "contact",
            "outcome",
            "outcome_version",
            "consent",
            "audit_head",
            "audit");

    private StoreCopy() {}

    static boolean isEmpty(Handle handle) {
        return handle.createQuery("select seq from audit_head where id = 1")
                        .mapTo(Long.class)
                        .one()
                == 0;
    }

    /** Returns the number of rows. */
    static long copy(Handle from, Handle into) {
        into.execute("delete from audit_head");
        long rows = 0;
        for (String table : TABLES) {
            rows += copy(from, into, table);
        }
        return rows;
    }

    private static long copy(Handle from, Handle into, String table) {
        long rows = 0;
        try (var read = from.createQuery("select * from " + table)
                .setFetchSize(TOGETHER)
                .mapToMap()
                .iterator()) {
            while (read.hasNext()) {
                Map<String, Object> first = read.next();
                List<String> columns = first.keySet().stream().sorted().toList();
                PreparedBatch batch = into.prepareBatch("insert into " + table + " (" + String.join(", ", columns)
                        + ") values (:" + String.join(", :", columns) + ")");
                batch.bindMap(first).add();
                while (batch.size() < TOGETHER && read.hasNext()) {
                    batch.bindMap(read.next()).add();
                }
                rows += batch.size();
                batch.execute();
            }
        }
        return rows;
    }
}
