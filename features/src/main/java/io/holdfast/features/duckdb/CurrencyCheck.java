package io.holdfast.features.duckdb;

import io.holdfast.features.history.HistoryDescription;
import io.holdfast.features.history.Source;
import io.holdfast.features.sql.Sql;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    /** Currency -> who says that amounts are in it. */
    private final Map<String, String> said = new LinkedHashMap<>();

    CurrencyCheck(Database database, HistoryDescription history) {
        this.database = database;
        this.history = history;
        if (!history.currency().isEmpty()) {
            said.put(history.currency(), "the description");
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
        List<String> measures = history.measures().keySet().stream()
                .filter(source.columns()::containsKey)
                .toList();
        if (measures.isEmpty()) {
            return;
        }
        if (!source.currency().isEmpty()) {
            require(source.currency(), raw.file());
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
            if (found.size() > 1) {
                throw refusal(raw.file() + ": column " + Excerpt.of(column) + " has "
                        + String.join("; ", shown.subList(0, Math.min(MOST_SHOWN, shown.size())))
                        + (shown.size() > MOST_SHOWN ? "; and " + (shown.size() - MOST_SHOWN) + " more" : ""));
            }
            if (!found.isEmpty()) {
                require(found.get(0), raw.file());
            }
        }
    }

    private static String measured(Source source, List<String> measures) {
        return measures.stream()
                .flatMap(measure -> Objects.requireNonNull(source.columns().get(measure), measure).stream())
                .map(column -> Sql.name("c_" + column) + " IS NOT NULL")
                .collect(Collectors.joining(" OR "));
    }

    private void require(String currency, String file) {
        if (!said.isEmpty() && !said.containsKey(currency)) {
            Map.Entry<String, String> other = said.entrySet().iterator().next();
            throw refusal(file + " has amounts in " + currency + ", where those of " + other.getValue() + " are in "
                    + other.getKey());
        }
        said.putIfAbsent(currency, file);
    }

    private static InputException refusal(String what) {
        return new InputException(
                "mixed_currencies",
                what
                        + " (amounts of several currencies cannot be summed; expected all in one, converted before; where they are, whatever a column says, 'currency' beside 'path' says which)");
    }
}
