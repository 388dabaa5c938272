package io.holdfast.features.duckdb;

import io.holdfast.features.history.Source;
import io.holdfast.features.sql.Sql;
import io.holdfast.scoring.fault.Excerpt;
import java.util.List;
import java.util.Map;

/** Ids that a source keeps as floating numbers, as some writers do since a cell was empty: 1000.0 is the id 1000, which is what other sources and tables know. */
final class WholeIds {
    private static final List<String> IDS = List.of("customer", "unit", "id", "household");
    /** Type -> the first whole number that it cannot tell from the next. */
    private static final Map<String, String> LIMITS = Map.of("DOUBLE", "9007199254740992", "FLOAT", "16777216");

    private WholeIds() {}

    /** Such an id as text; NULL where there is none. */
    static String text(String cell) {
        return "CASE WHEN NOT isnan(" + cell + ") THEN CAST(CAST(" + cell + " AS BIGINT) AS VARCHAR) END";
    }

    /**
     * Checks that such ids name one customer each.
     *
     * @throws io.holdfast.scoring.fault.InputException if one is not whole, or so large that it may be another
     */
    static void require(Database database, Source source, RawTable raw) {
        for (String name : IDS) {
            source.column(name)
                    .filter(column -> LIMITS.containsKey(raw.types().getOrDefault(column, "")))
                    .ifPresent(column -> require(database, raw, column));
        }
    }

    private static void require(Database database, RawTable raw, String column) {
        String cell = Sql.name("c_" + column);
        String limit = LIMITS.getOrDefault(raw.types().getOrDefault(column, ""), "");
        LineCheck check = new LineCheck(
                "bad_id",
                "NOT isnan(" + cell + ") AND (abs(" + cell + ") >= " + limit + " OR " + cell + " <> trunc(" + cell
                        + "))",
                cell,
                "have an id in column " + Excerpt.of(column)
                        + ", which holds floating numbers, that is not whole or has too many digits to be exact",
                "whole numbers below " + limit + ", or ids as text",
                LineCheck.Remedy.REFUSE);
        List<Long> counts =
                database.numbers("SELECT count(*), count_if(" + check.condition() + ") FROM " + raw.table());
        if (counts.get(1) > 0) {
            check.note(database, raw, raw.table(), counts.get(1), counts.get(0));
        }
    }
}
