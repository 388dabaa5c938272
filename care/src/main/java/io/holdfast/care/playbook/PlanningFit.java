package io.holdfast.care.playbook;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnRole;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.fault.Nearest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the columns that plans read against a table. */
record PlanningFit(String source, Planning planning) {
    /** Whatever says how risky or how valuable a customer is, by the names that scored lists give it. */
    private static final Set<String> PROFILE_NAMES =
            Set.of("probability", "score", "percentile", "band", "risk", "log_odds", "tier", "stage");

    void require(DatasetDescription description) {
        Map<String, Column> columns = new HashMap<>();
        description.columns().forEach(column -> columns.put(column.name(), column));
        for (String name : planning.readColumns()) {
            if (!columns.containsKey(name)) {
                List<String> known =
                        description.columns().stream().map(Column::name).toList();
                throw new InputException(
                        "unknown_column",
                        source + " reads the column " + Excerpt.of(name) + ", which " + description.name()
                                + " does not have" + Nearest.hint(name, known));
            }
        }
        for (Play play : planning.plays()) {
            if (play.conduct().priceAffecting()) {
                play.eligible()
                        .forEach(condition -> requirePublished(play, condition, columns.get(condition.column())));
            }
        }
    }

    private void requirePublished(Play play, Condition condition, @Nullable Column column) {
        if (column == null
                || column.sensitive()
                || column.value()
                || column.role() == ColumnRole.ID
                || column.role() == ColumnRole.LABEL
                || PROFILE_NAMES.contains(column.name())) {
            throw new InputException(
                    "price_by_profile",
                    source + " line " + condition.line() + ": action " + Excerpt.of(play.code())
                            + " affects prices and depends on " + Excerpt.of(condition.column())
                            + ", which is sensitive, a value, an id or an outcome; expected published terms"
                            + " (product, tenure, state of the contract)");
        }
    }
}
