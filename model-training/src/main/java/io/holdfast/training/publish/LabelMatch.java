package io.holdfast.training.publish;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.ColumnKind;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.training.data.TrainingTable;
import java.util.List;

/** Holds the labels of a table against those of a model. */
final class LabelMatch {
    private LabelMatch() {}

    /**
     * Refuses a table whose customers stayed by another word than those of the training table: it may mean something else.
     *
     * @throws InputException naming both
     */
    static void require(ModelBundle bundle, TrainingTable table) {
        Column label = table.description().label();
        String negative = table.negativeLabel();
        String known = bundle.model().negativeLabel();
        // A flag has several words for no, and the reader knows them.
        if (label.kind() != ColumnKind.FLAG && !negative.isEmpty() && !negative.equals(known)) {
            throw new InputException(
                    "bad_label",
                    table.name() + ": the label " + Excerpt.of(label.name()) + " holds " + Excerpt.of(negative)
                            + " (expected: " + Excerpt.of(table.positiveLabel()) + " or " + Excerpt.of(known)
                            + ", the labels the model was trained on)");
        }
    }

    /** Says of rows that are all of one class what cannot be known by them. */
    static List<String> notes(TrainingTable table, int[] rows) {
        int left = 0;
        for (int row : rows) {
            left += table.positive(row) ? 1 : 0;
        }
        return left > 0 && left < rows.length
                ? List.of()
                : List.of(
                        (left == 0 ? "Nobody" : "Everybody") + " in these rows left, so the measures that rank leavers"
                                + " above stayers (ROC AUC, PR AUC, lift) are undefined.");
    }
}
