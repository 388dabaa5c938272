package io.holdfast.serving.batch;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.fault.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The columns of the output: those of the product, of which later versions only ever add some at the end, then the kept
 * ones of the table.
 *
 * @param names as the header writes them, all different
 * @param kept where the kept columns stand in the table
 */
record OutputColumns(List<String> names, List<Integer> kept) {
    /** Version of the product's columns. */
    static final String SCHEMA_VERSION = "1";

    static final String OK = "ok";
    static final String WARNED = "warned";
    static final String REFUSED = "refused";
    static final String EXCLUDED = "excluded";

    /** Cells from {@code prediction_id} to {@code log_odds} and from {@code other_impact} to {@code care_text}. */
    static final int CELLS_OF_SCORE = 14;

    /** Cells of one reason. */
    static final int CELLS_OF_REASON = 4;

    private static final List<String> BEFORE_REASONS = List.of(
            "customer_id",
            "status",
            "error_code",
            "prediction_id",
            "probability",
            "score",
            "percentile",
            "band",
            "as_of",
            "valid_until",
            "horizon_days",
            "base_log_odds",
            "log_odds");
    private static final List<String> OF_REASON = List.of("code", "text", "share", "impact");
    private static final List<String> AFTER_REASONS = List.of(
            "other_impact",
            "care_status",
            "care_action",
            "care_text",
            "warnings",
            "schema_version",
            "model_id",
            "model_digest",
            "playbook_digest",
            "scored_at");

    /**
     * The columns for these settings.
     *
     * @param table how messages name the table
     * @throws InputException when a column to keep or rename does not exist, or two columns would have one name
     */
    static OutputColumns of(String table, List<String> header, OutputSettings settings) {
        List<String> names = new ArrayList<>(BEFORE_REASONS);
        for (int rank = 1; rank <= settings.reasons(); rank++) {
            for (String part : OF_REASON) {
                names.add("reason_" + rank + "_" + part);
            }
        }
        names.addAll(AFTER_REASONS);
        List<Integer> kept = new ArrayList<>();
        for (String column : settings.keep()) {
            int position = header.indexOf(column);
            if (position < 0) {
                throw new InputException(
                        "no_such_column",
                        "cannot keep the column " + Excerpt.of(column) + ": " + table + " has none of that name"
                                + Nearest.hint(column, header));
            }
            kept.add(position);
            names.add(column);
        }
        rename(names, settings.renames());
        requireDifferent(names);
        return new OutputColumns(List.copyOf(names), List.copyOf(kept));
    }

    /** By position in the usual names, so that two names can be exchanged. */
    private static void rename(List<String> names, Map<String, String> renames) {
        List<String> usual = List.copyOf(names);
        renames.forEach((from, to) -> {
            int position = usual.indexOf(from);
            if (position < 0) {
                throw new InputException(
                        "no_such_column",
                        "cannot rename the column " + Excerpt.of(from) + ": the output has none of that name"
                                + Nearest.hint(from, usual));
            }
            if (to.isBlank()) {
                throw new InputException(
                        "bad_name", "cannot rename the column " + Excerpt.of(from) + ": the new name is empty");
            }
            names.set(position, to);
        });
    }

    private static void requireDifferent(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new InputException(
                        "duplicate_column",
                        "the output would have two columns named " + Excerpt.of(name)
                                + "; keep another column or rename one of them");
            }
        }
    }
}
