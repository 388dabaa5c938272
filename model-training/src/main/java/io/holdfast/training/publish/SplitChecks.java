package io.holdfast.training.publish;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.table.Rounded;
import io.holdfast.training.data.FeatureColumn;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.split.Folds;
import io.holdfast.training.split.Part;
import io.holdfast.training.split.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Refuses splits that leave too little to learn from. */
public final class SplitChecks {
    private static final int REFUSED_BELOW = 20;
    private static final int NOTED_BELOW = 100;

    private final TrainingTable table;
    private final List<String> notes = new ArrayList<>();

    private SplitChecks(TrainingTable table) {
        this.table = table;
    }

    /**
     * Checks a split table.
     *
     * @return what its reader should know of it, one sentence each
     * @throws InputException if its training rows hold too few of either class
     */
    public static List<String> check(TrainingTable table, Split split) {
        SplitChecks checks = new SplitChecks(table);
        int[] training = split.rows(Part.TRAINING);
        checks.requireJudges(split, training.length);
        int leavers = (int) IntStream.of(training).filter(table::positive).count();
        checks.checkEnough(table.positiveLabel(), leavers, training.length);
        checks.checkEnough(table.negativeLabel(), training.length - leavers, training.length);
        checks.checkWeights(table.positiveLabel(), training, true);
        checks.checkWeights(table.negativeLabel(), training, false);
        checks.noteLeftOut(split.size(Part.LEFT_OUT), "their outcome was not yet known when the next part begins");
        checks.noteLeftOut(split.size(Part.GROUP_LATER), "a later part holds rows of their group");
        for (FeatureColumn feature : table.features()) {
            ColumnNotes.note(feature, training).ifPresent(checks.notes::add);
        }
        return List.copyOf(checks.notes);
    }

    /**
     * Refuses folds outside of which there is too little to learn from.
     *
     * @throws InputException if the rows outside of some fold hold too few of either class, naming repeat and fold
     */
    public static void requireEnough(TrainingTable table, Folds folds) {
        SplitChecks checks = new SplitChecks(table);
        for (int repeat = 0; repeat < folds.repeats().size(); repeat++) {
            for (int fold = 0; fold < folds.count(repeat); fold++) {
                int[] training = folds.split(repeat, fold).rows(Part.TRAINING);
                int leavers =
                        (int) IntStream.of(training).filter(table::positive).count();
                String where = "outside of fold " + fold + " of repeat '"
                        + folds.repeats().get(repeat) + "' ";
                checks.requireEnough(where, table.positiveLabel(), leavers, training.length);
                checks.requireEnough(where, table.negativeLabel(), training.length - leavers, training.length);
            }
        }
    }

    /** Where rows are kept for figures at all, groups may be so few that none is left for them. */
    private void requireJudges(Split split, int training) {
        if (training < table.rows() && split.size(Part.TEST) == 0) {
            long groups = IntStream.of(split.groups()).distinct().count();
            throw new InputException(
                    "too_few_groups",
                    table.name() + ": its rows belong to " + groups
                            + " groups, none of which is left to judge the model by (expected: 5 or more, of similar size)");
        }
    }

    private void checkEnough(String label, int rows, int of) {
        requireEnough("", label, rows, of);
        if (rows < NOTED_BELOW) {
            notes.add("Only " + found(label, rows, of) + "; the model and its figures are uncertain.");
        }
    }

    private void requireEnough(String where, String label, int rows, int of) {
        if (rows < REFUSED_BELOW) {
            throw new InputException(
                    "too_few_rows",
                    table.name() + ": " + where + "only " + found(label, rows, of) + " (expected: at least "
                            + REFUSED_BELOW + ", better hundreds, of either label)");
        }
    }

    private static String found(String label, int rows, int of) {
        return rows + " of the " + of + " training rows " + (rows == 1 ? "has" : "have") + " the label "
                + Excerpt.of(label);
    }

    /** Where few rows have most of the weight, they alone are learned from. */
    private void checkWeights(String label, int[] training, boolean positive) {
        if (table.weights().even()) {
            return;
        }
        int[] rows = IntStream.of(training)
                .filter(row -> table.positive(row) == positive)
                .toArray();
        double effective = table.weights().effective(rows);
        String found = "by their weights, the " + rows.length + " training rows with the label " + Excerpt.of(label)
                + " tell as much as " + Rounded.text(effective, 1) + " of equal weight";
        if (effective < REFUSED_BELOW) {
            throw new InputException(
                    "too_few_rows",
                    table.name() + ": " + found + " (expected: at least " + REFUSED_BELOW + ", better hundreds)");
        }
        if (effective < NOTED_BELOW && rows.length >= NOTED_BELOW) {
            notes.add("B" + found.substring(1) + "; the model and its figures are uncertain.");
        }
    }

    private void noteLeftOut(int rows, String why) {
        if (rows > 0) {
            notes.add(rows + (rows == 1 ? " row was" : " rows were") + " left out, because " + why + ".");
        }
    }
}
