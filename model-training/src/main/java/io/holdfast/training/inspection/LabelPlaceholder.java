package io.holdfast.training.inspection;

import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;

/** What a drafted description says instead of a label where none could be told. */
public final class LabelPlaceholder {
    static final String COLUMN = "fill in: the column of the label";
    static final String POSITIVE = "fill in: its cell for customers who left";

    private LabelPlaceholder() {}

    /**
     * Refuses a description whose label nobody has filled in.
     *
     * @param source how messages name the description
     */
    public static void requireFilledIn(String source, DatasetDescription description) {
        if (description.label().name().equals(COLUMN)
                || description.label().positive().equals(POSITIVE)) {
            throw new InputException(
                    "no_label_yet",
                    source + " does not say yet who left (expected: instead of " + Excerpt.of(COLUMN)
                            + " the name of the column that says it, and as its 'positive' the cell of those who left; a "
                            + "history of events has no such column and has to become one row per customer first)");
        }
    }
}
