package io.holdfast.training.crossvalidation;

import io.holdfast.scoring.file.AtomicFile;
import io.holdfast.scoring.table.CsvStyle;
import io.holdfast.scoring.table.CsvWriter;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.split.Folds;
import java.nio.file.Path;

/**
 * Writes out-of-fold probabilities: {@code row,repeat,fold,label,probability}, rows counted from 1, the label 1 for who left; and {@code weight}
 * where rows have one. */
public final class PredictionsFile {
    private PredictionsFile() {}

    /** Writes the file whole or not at all, repeat by repeat, rows in the order of the table. */
    public static void write(Path file, TrainingTable table, Folds folds, OutOfFold said) {
        try (AtomicFile atomic = AtomicFile.create(file)) {
            try (CsvWriter csv = CsvWriter.to(atomic.stream(), CsvStyle.raw())) {
                for (String name : new String[] {"row", "repeat", "fold", "label", "probability"}) {
                    csv.exact(name);
                }
                if (table.weighted()) {
                    csv.exact("weight");
                }
                csv.endRow();
                for (int repeat = 0; repeat < folds.repeats().size(); repeat++) {
                    for (int row = 0; row < table.rows(); row++) {
                        csv.whole(row + 1L);
                        csv.exact(folds.repeats().get(repeat));
                        csv.whole(folds.fold(repeat, row));
                        csv.whole(table.positive(row) ? 1 : 0);
                        csv.number(said.probabilities()[repeat][row]);
                        if (table.weighted()) {
                            csv.number(table.weights().of(row));
                        }
                        csv.endRow();
                    }
                }
            }
            atomic.commit();
        }
    }
}
