package io.holdfast.training.fit;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.training.data.TrainingTable;

/** What every trainer asks of the rows it learns from. */
public final class TrainingRows {
    private TrainingRows() {}

    /** Whether the customer in each of these rows left. */
    public static boolean[] positives(TrainingTable table, int[] rows) {
        boolean[] positives = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            positives[i] = table.positive(rows[i]);
        }
        return positives;
    }

    /** Throws {@link InputException} when the rows hold one class only or no feature that varies. */
    public static void requireSomethingToLearn(TrainingTable table, int[] rows) {
        long leavers = 0;
        for (int row : rows) {
            leavers += table.positive(row) ? 1 : 0;
        }
        if (leavers == 0 || leavers == rows.length) {
            throw new InputException(
                    "one_class",
                    table.name() + ": all " + rows.length
                            + " training rows have the same label (expected: customers who "
                            + "left and customers who stayed)");
        }
        if (table.features().stream().noneMatch(feature -> feature.varies(rows))) {
            throw new InputException(
                    "nothing_varies",
                    table.name() + ": no feature varies over the training rows (expected: at least one to learn from)");
        }
    }
}
