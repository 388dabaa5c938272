package io.holdfast.features.plan;

import io.holdfast.features.definition.Leaving;
import io.holdfast.features.definition.OutcomeSql;
import io.holdfast.features.history.HistoryDescription;
import io.holdfast.features.sql.Cut;
import io.holdfast.features.sql.Sql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What value models are fitted to, as known before a day: whole numbers, one row for each unit. */
final class ValueSql {
    /** Columns that order the rows of {@link #purchases}, so that the file does not. */
    static final String PURCHASE_ORDER = "a, x, t, later, year, known, unit";
    /** Columns that order the rows of {@link #contracts}. */
    static final String CONTRACT_ORDER = "a, l, year, known, unit";

    private static final int YEAR = 365;

    private final HistoryDescription history;
    private final ValuePlan plan;

    ValueSql(HistoryDescription history, ValuePlan plan) {
        this.history = history;
        this.plan = plan;
    }

    /** Columns: unit; days with a purchase after the first; days from the first to the last; days since the first, 0 where there was none; money after the first day; money of the last year; days known. */
    String purchases(LocalDate asOf) {
        String is = Sql.in("kind", plan.kinds());
        return "WITH " + new Cut(history).events("cut", asOf) + ",\nseen AS (\n  SELECT * FROM cut WHERE "
                + Sql.in("kind", observed())
                + "\n),\ndays AS (\n  SELECT unit, count(*) AS days, max(age) AS first_age, min(age) AS"
                + " last_age\n  FROM (SELECT DISTINCT unit, age FROM seen WHERE " + is
                + ") AS bought\n  GROUP BY unit\n),\nmoney AS (\n  SELECT seen.unit, max(seen.age) AS known,\n    "
                + sum("seen.age < days.first_age") + " AS later,\n    " + sum("seen.age <= " + YEAR)
                + " AS year\n  FROM seen LEFT JOIN days ON days.unit = seen.unit\n  GROUP BY seen.unit\n)\n"
                + "SELECT money.unit AS unit, coalesce(days - 1, 0) AS x, coalesce(first_age - last_age, 0) AS t,"
                + " coalesce(first_age, 0) AS a, later, year, known\n"
                + "FROM money LEFT JOIN days ON days.unit = money.unit";
    }

    /** Columns: unit; days since it came, or came back; days since it left, 0 where it is there; money of the last year; days known. */
    String contracts(LocalDate asOf, Leaving.ByEvent leaving) {
        String left = "min(cut.age) FILTER (WHERE " + OutcomeSql.isEnd(leaving) + ")";
        String came = "min(cut.age) FILTER (WHERE " + Sql.in("kind", leaving.joins()) + ")";
        return "WITH " + new Cut(history).events("cut", asOf)
                + ",\nunits AS (\n  SELECT cut.unit, " + left + " AS left_age, " + came
                + " AS came_age, coalesce(max(cut.age) FILTER (WHERE " + Sql.in("cut.kind", observed())
                + "), 0) AS known,\n    " + sum("cut.age <= " + YEAR).replace("seen.", "cut.")
                + " AS year\n  FROM cut\n  GROUP BY cut.unit\n)\n"
                + "SELECT unit, coalesce(came_age, known) AS a, CASE WHEN left_age IS NULL OR came_age < left_age THEN 0 ELSE"
                + " left_age END AS l, year, known\nFROM units";
    }

    /** Money of the spending kinds, net of what took it back. */
    private String sum(String condition) {
        if (plan.amount().isEmpty()) {
            return "CAST(0 AS BIGINT)";
        }
        String amount = "seen." + Sql.name(plan.amount().get().name());
        List<String> back = history.cleaning().net().entrySet().stream()
                .filter(net -> plan.kinds().contains(net.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(ArrayList::new));
        String is = back.isEmpty()
                ? Sql.in("seen.kind", plan.kinds())
                : "(" + Sql.in("seen.kind", plan.kinds()) + " OR " + Sql.in("seen.kind", back) + " AND " + amount
                        + " < 0)";
        return "coalesce(CAST(sum(" + amount + ") FILTER (WHERE " + is + " AND " + condition + ") AS BIGINT), 0)";
    }

    private List<String> observed() {
        return history.kinds().values().stream()
                .filter(kind -> kind.role().isObserved())
                .map(kind -> kind.name())
                .toList();
    }
}
