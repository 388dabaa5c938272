package io.holdfast.features.baseline;

import io.holdfast.features.definition.ChurnDefinition;
import io.holdfast.features.definition.Leaving;
import io.holdfast.features.definition.OutcomeSql;
import io.holdfast.features.history.EventKind;
import io.holdfast.features.history.HistoryDescription;
import io.holdfast.features.history.KindRole;
import io.holdfast.features.sql.Cut;
import io.holdfast.features.sql.Sql;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What baselines need, as SQL over the tables of a history. */
public final class BaselineSql {
    private static final int YEAR = 365;

    private final HistoryDescription history;
    private final ChurnDefinition churn;

    /** The SQL of a definition over a history. */
    public BaselineSql(HistoryDescription history, ChurnDefinition churn) {
        this.history = history;
        this.churn = churn;
    }

    /** One row for each unit that was known before a day: unit, silent, frequency, recency, age, contract, revenue, as {@link UnitFacts.Row} has them. */
    public String facts(LocalDate asOf) {
        String bought = Sql.in("kind", purchases());
        String contract = churn.contractEnd()
                .map(attribute ->
                        "CAST(CAST(nullif(a." + Sql.name(attribute) + ", '') AS DATE) - " + Sql.day(asOf) + " AS INT)")
                .orElse("CAST(NULL AS INT)");
        String attributes =
                churn.contractEnd().isPresent() ? ",\n" + new Cut(history).attributes("known", "cut", asOf) : "";
        String join = churn.contractEnd().isPresent() ? " LEFT JOIN known a ON a.unit = u.unit" : "";
        return "WITH " + new Cut(history).events("cut", asOf) + attributes
                + ",\nunits AS (\n  SELECT unit,\n    min(age) FILTER (WHERE " + Sql.in("kind", active())
                + ") AS silent,\n    count(DISTINCT age) FILTER (WHERE " + bought
                + ") - 1 AS frequency,\n    max(age) FILTER (WHERE "
                + bought + ") - min(age) FILTER (WHERE " + bought + ") AS recency,\n    max(age) FILTER (WHERE "
                + bought
                + ") AS age,\n    " + revenue()
                + " AS revenue\n  FROM cut\n  GROUP BY unit\n)\nSELECT u.unit, u.silent, u.frequency, u.recency, u.age, "
                + contract + " AS contract, u.revenue FROM units u" + join;
    }

    /** Unit and day of every leave that a model is to foresee, as known when the history ended. */
    public String departures(LocalDate ends) {
        return new OutcomeSql(history, churn).departures("lived", ends);
    }

    private List<String> purchases() {
        return churn.leaving() instanceof Leaving.BySilence silence ? silence.purchases() : List.of();
    }

    /** What a customer does who is still there; without such kinds, whatever was recorded. */
    private List<String> active() {
        if (!purchases().isEmpty()) {
            return purchases();
        }
        List<String> used = names(history.kinds(List.of(KindRole.USAGE, KindRole.PURCHASE, KindRole.VISIT)));
        return used.isEmpty()
                ? history.kinds().values().stream()
                        .filter(kind -> kind.role().isObserved())
                        .map(EventKind::name)
                        .toList()
                : used;
    }

    private String revenue() {
        Optional<EventKind> kind = history.kinds(List.of(KindRole.BILL, KindRole.PURCHASE)).stream()
                .filter(each -> !each.measures().isEmpty())
                .findFirst();
        return kind.map(each -> "coalesce(sum(" + Sql.name(each.measures().get(0)) + ") FILTER (WHERE "
                        + Sql.in("kind", List.of(each.name())) + " AND age <= " + YEAR + "), 0)")
                .orElse("0");
    }

    private static List<String> names(List<EventKind> kinds) {
        return kinds.stream().map(EventKind::name).toList();
    }
}
