package io.holdfast.training.split;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.table.TableReader;
import io.holdfast.training.data.TrainingTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Reads folds from a CSV file: a column per repeat, a line per row of the table in its order, each cell the number of a fold from 0. */
public final class FoldsFile {
    private static final int MOST_FOLDS = 1000;

    private FoldsFile() {}

    /**
     * Reads the folds of a table.
     *
     * @throws InputException if the file is no such table, has more or fewer lines than the table has rows, or a fold is empty
     */
    public static Folds read(Path file, TrainingTable table) {
        try (TableReader reader = TableReader.open(file, TableFormat.csv())) {
            List<String> repeats = reader.header();
            int[][] folds = new int[repeats.size()][table.rows()];
            int row = 0;
            while (reader.advance()) {
                if (row == table.rows()) {
                    throw lines(file, table, "more");
                }
                for (int repeat = 0; repeat < folds.length; repeat++) {
                    folds[repeat][row] = fold(reader, repeat);
                }
                row++;
            }
            if (row < table.rows()) {
                throw lines(file, table, "fewer");
            }
            for (int repeat = 0; repeat < folds.length; repeat++) {
                requireFull(file, repeats.get(repeat), folds[repeat]);
            }
            return new Folds(repeats, folds, table.groups());
        }
    }

    private static int fold(TableReader reader, int repeat) {
        String cell = reader.row().cell(repeat);
        if (!cell.matches("[0-9]{1,4}") || Integer.parseInt(cell) >= MOST_FOLDS) {
            throw reader.fault(
                    reader.row(),
                    repeat,
                    "wrong_fold",
                    "the number of a fold, a whole number from 0 to " + (MOST_FOLDS - 1));
        }
        return Integer.parseInt(cell);
    }

    private static InputException lines(Path file, TrainingTable table, String what) {
        return new InputException(
                "wrong_folds",
                file + " has " + what + " lines than " + table.name() + " has rows; expected " + table.rows()
                        + " lines below the header, one a row in the same order");
    }

    private static void requireFull(Path file, String repeat, int[] folds) {
        int count = Arrays.stream(folds).max().orElse(-1) + 1;
        boolean[] used = new boolean[count];
        for (int fold : folds) {
            used[fold] = true;
        }
        for (int fold = 0; fold < Math.max(count, Folds.FEWEST); fold++) {
            if (fold >= count || !used[fold]) {
                throw new InputException(
                        "wrong_folds",
                        file + " column '" + repeat + "' has no row in fold " + fold
                                + "; expected at least two folds, numbered from 0 without a gap");
            }
        }
    }
}
