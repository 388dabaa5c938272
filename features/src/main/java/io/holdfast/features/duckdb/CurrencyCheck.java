package io.holdfast.features.duckdb;

import io.holdfast.features.history.HistoryDescription;
import io.holdfast.features.history.IsoCurrency;
import io.holdfast.features.history.Measure;
import io.holdfast.features.history.Source;
import io.holdfast.features.sql.Sql;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Refuses amounts of several currencies: sums of them would mean nothing, and nobody could see it. */
final class CurrencyCheck {
    private static final Set<String> NAMES =
            Set.of("currency", "currency_code", "currencycode", "currency code", "ccy", "币种", "币别", "货币");
    private static final int MOST_SHOWN = 3;

    private final Database database;
    private final HistoryDescription history;
    /** What the amounts may be in, by all that was said so far; nothing was where empty. */
    private Set<String> possible = Set.of();
    /** Who left no more possible than that, and in what words. */
    private String sayer = "";

    private String said = "";

    CurrencyCheck(Database database, HistoryDescription history) {
        this.database = database;
        this.history = history;
        if (!history.currency().isEmpty()) {
            require(history.currency(), List.of(history.currency()), "the description");
        }
    }

    /** The columns of a file that by their names hold currencies of its amounts, where its description does not say the one. */
    static List<String> columns(Source source, Collection<String> header) {
        return source.currency().isEmpty()
                ? header.stream()
                        .filter(column -> NAMES.contains(column.strip().toLowerCase(Locale.ROOT)))
                        .toList()
                : List.of();
    }

    /**
     * Looks at a source of events while its lines are there.
     *
     * @throws InputException if its amounts are of several currencies, or of another one than those before
     */
    void add(Source source, RawTable raw) {
        List<String> measures = history.measures().values().stream()
                .filter(measure -> !measure.isCount())
                .map(Measure::name)
                .filter(source.columns()::containsKey)
                .toList();
        if (measures.isEmpty()) {
            return;
        }
        if (!source.currency().isEmpty()) {
            require(source.currency(), List.of(source.currency()), raw.file());
        }
        for (String column : columns(source, raw.types().keySet())) {
            List<String> found = new ArrayList<>();
            List<String> shown = new ArrayList<>();
            String currency = "upper(trim(CAST(" + Sql.name("c_" + column) + " AS VARCHAR)))";
            database.query(
                    "SELECT " + currency + " AS named, count(*) AS number, min(line) FROM " + raw.table() + " WHERE "
                            + currency + " <> '' AND (" + measured(source, measures)
                            + ") GROUP BY named ORDER BY number DESC, named",
                    row -> {
                        if (IsoCurrency.meanings(row.getString(1)).get(0).isEmpty()) {
                            return;
                        }
                        found.add(row.getString(1));
                        shown.add(String.format(
                                Locale.ROOT,
                                row.getLong(2) == 1
                                        ? "%1$s on %3$s %4$d"
                                        : "%1$s on %2$,d %3$ss, the first on %3$s %4$d",
                                Excerpt.of(row.getString(1)),
                                row.getLong(2),
                                raw.rowWord(),
                                row.getLong(3)));
                    });
            if (commonest(found).size() > 1) {
                throw refusal(raw.file() + ": column " + Excerpt.of(column) + " has "
                        + String.join("; ", shown.subList(0, Math.min(MOST_SHOWN, shown.size())))
                        + (shown.size() > MOST_SHOWN ? "; and " + (shown.size() - MOST_SHOWN) + " more" : ""));
            }
            if (!found.isEmpty()) {
                List<String> meanings = IsoCurrency.meanings(found.get(0));
                require(found.get(0), found.size() == 1 ? meanings : meanings.subList(0, 1), raw.file());
            }
        }
    }

    private static String measured(Source source, List<String> measures) {
        return measures.stream()
                .flatMap(measure -> Objects.requireNonNull(source.columns().get(measure), measure).stream())
                .map(column -> Sql.name("c_" + column) + " IS NOT NULL")
                .collect(Collectors.joining(" OR "));
    }

    /** Beside other names, a sign that several currencies share stands for the commonest of them: $ and CAD in one column are two. */
    private static Set<String> commonest(List<String> names) {
        return names.stream().map(name -> IsoCurrency.meanings(name).get(0)).collect(Collectors.toSet());
    }

    private void require(String named, List<String> meanings, String file) {
        Set<String> left = new LinkedHashSet<>(meanings);
        if (!possible.isEmpty()) {
            left.retainAll(possible);
        }
        if (left.isEmpty()) {
            throw refusal(file + " has amounts in " + named + ", where those of " + sayer + " are in " + said);
        }
        if (left.size() < possible.size() || possible.isEmpty()) {
            possible = left;
            sayer = file;
            said = named;
        }
    }

    private static InputException refusal(String what) {
        return new InputException(
                "mixed_currencies",
                what
                        + " (amounts of several currencies cannot be summed; expected all in one, converted before; where they are, whatever a column says, 'currency' beside 'path' says which)");
    }
}
