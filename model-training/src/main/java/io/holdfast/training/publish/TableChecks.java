package io.holdfast.training.publish;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.inspection.CheckedColumn;
import io.holdfast.training.inspection.LeakSuspect;
import io.holdfast.training.inspection.LeakageCheck;
import java.util.ArrayList;
import java.util.List;

/** Refuses tables that cannot give an honest model. */
public final class TableChecks {
    private final TrainingTable table;
    private final List<String> notes = new ArrayList<>();

    private TableChecks(TrainingTable table) {
        this.table = table;
    }

    /**
     * Checks a whole table, whose split leaves enough of both classes to learn from.
     *
     * @return what was acknowledged, one sentence each
     * @throws InputException if the table cannot give an honest model, with the reason
     */
    public static List<String> check(TrainingTable table, long seed) {
        TableChecks checks = new TableChecks(table);
        checks.requireNoLeak(CheckedColumns.candidates(table), seed);
        return List.copyOf(checks.notes);
    }

    /** Refuses a table of which everybody left, or nobody. */
    static void requireBothClasses(TrainingTable table) {
        if (table.positiveRows() == 0 || table.positiveRows() == table.rows()) {
            String label = table.positiveRows() == 0 ? table.negativeLabel() : table.positiveLabel();
            throw new InputException(
                    "one_class",
                    table.name() + ": all " + table.rows() + " rows have the label " + Excerpt.of(label)
                            + " (expected: customers with " + Excerpt.of(table.positiveLabel())
                            + ", who left, and customers who stayed)");
        }
    }

    private void requireNoLeak(List<CheckedColumn> candidates, long seed) {
        List<String> open = new ArrayList<>();
        for (LeakSuspect suspect : LeakageCheck.suspects(candidates, table.positives(), seed)) {
            String why = acknowledged(suspect.column());
            if (why.isEmpty()) {
                open.add(suspect.evidence());
            } else {
                notes.add(suspect.evidence() + " Acknowledged: " + why);
            }
        }
        if (!open.isEmpty()) {
            throw new InputException(
                    "leak_suspected",
                    table.name() + " may give the label away. " + String.join(" ", open)
                            + " Give a feature that was not known before the customer left the role ignore; or say why it "
                            + "was, by its key 'acknowledged' (of ids: under 'acknowledged', '"
                            + DatasetDescription.PREDICTIVE_IDS
                            + "').");
        }
    }

    /** Why the suspicion against a column is no reason to stop; empty if nobody said so. */
    private String acknowledged(String column) {
        DatasetDescription description = table.description();
        if (description.id().filter(id -> id.name().equals(column)).isPresent()) {
            return description.acknowledged().getOrDefault(DatasetDescription.PREDICTIVE_IDS, "");
        }
        return description.column(column).map(Column::acknowledged).orElse("");
    }
}
