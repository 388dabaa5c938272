package io.holdfast.features.duckdb;

import io.holdfast.features.history.EventKind;
import io.holdfast.features.history.HistoryDescription;
import io.holdfast.features.history.Measure;
import io.holdfast.features.sql.Cut;
import io.holdfast.features.sql.Sql;
import io.holdfast.scoring.fault.Excerpt;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks for what may be right, but should be known: ids in two spellings, amounts far off. Nothing of it is left out. */
final class OddityReport {
    /** How many times the 99th percentile is far off. */
    private static final int FAR = 50;

    private final Database database;
    private final HistoryDescription history;
    private final List<String> notes;

    OddityReport(Database database, HistoryDescription history, List<String> notes) {
        this.database = database;
        this.history = history;
        this.notes = notes;
    }

    void run() {
        spellings();
        if (history.cleaning().outliers()) {
            for (EventKind kind : history.kinds().values()) {
                for (Measure measure : history.measures(kind)) {
                    outliers(kind, measure);
                }
            }
        }
    }

    private void spellings() {
        String ids = "(SELECT customer AS id FROM " + Cut.EVENT
                + (history.attributes().isPresent() ? " UNION SELECT customer FROM " + Cut.ATTRIBUTE : "")
                + (history.ids().isPresent()
                        ? " UNION SELECT id FROM " + Cut.ID + " UNION SELECT customer FROM " + Cut.ID
                        : "")
                + ")";
        ids = "(SELECT DISTINCT id FROM " + ids + " WHERE id IS NOT NULL)";
        String twice = "(SELECT id, count(*) OVER (PARTITION BY lower(trim(id))) AS spellings FROM " + ids + ")";
        List<Long> counts = database.numbers("SELECT count(*), count_if(spellings > 1) FROM " + twice);
        if (counts.get(1) > 0) {
            List<String> examples = new ArrayList<>();
            database.query(
                    "SELECT id FROM " + twice + " WHERE spellings > 1 ORDER BY lower(trim(id)), id LIMIT 2",
                    row -> examples.add(Excerpt.of(row.getString(1))));
            notes.add(String.format(
                    Locale.ROOT,
                    "ids: %,d of %,d differ from another only by case or blanks around them (%s): kept apart; 'idCase: upper' under 'cleaning' makes those of different case one",
                    counts.get(1),
                    counts.get(0),
                    String.join(", ", examples)));
        }
    }

    private void outliers(EventKind kind, Measure measure) {
        String column = Sql.name(measure.name());
        String rows =
                " FROM " + Cut.EVENT + " WHERE kind = " + Sql.text(kind.name()) + " AND " + column + " IS NOT NULL";
        List<Long> far = database.numbers("SELECT count_if(abs(" + column + ") > " + FAR
                + " * bound), coalesce(max(abs(" + column + ")), 0), coalesce(max(bound), 0) FROM (SELECT " + column
                + rows + ") AS made, (SELECT CAST(quantile_disc(abs(" + column + "), 0.99) AS BIGINT) AS bound" + rows
                + ") AS bounds WHERE bound > 0");
        if (far.get(0) > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%s: %,d events have a '%s' of more than %d times what 99 %% of them stay below (%s), up to %s: kept",
                    kind.name(),
                    far.get(0),
                    measure.name(),
                    FAR,
                    amount(far.get(2), measure),
                    amount(far.get(1), measure)));
        }
    }

    private static String amount(long parts, Measure measure) {
        return BigDecimal.valueOf(parts, measure.scale()).toPlainString();
    }
}
