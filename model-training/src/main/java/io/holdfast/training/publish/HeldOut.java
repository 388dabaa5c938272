package io.holdfast.training.publish;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.split.Part;
import io.holdfast.training.split.Split;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.LongStream;

/** The rows of a training table that neither trained nor calibrated its model. Immutable. */
public final class HeldOut {
    private final BitSet rows = new BitSet();

    HeldOut(Split split) {
        for (int row : split.rows(Part.TEST)) {
            rows.set(row);
        }
    }

    /**
     * The held-out rows of a bundle's training table.
     *
     * @param table the table it was trained on, written as its description says
     * @param maturityDays as for {@link FirstTestDate#of}
     * @throws InputException when it is another table, or changed since
     */
    public static HeldOut of(ModelBundle bundle, Path table, int maturityDays, Progress progress) {
        TrainingTable read = TrainingTable.readLabelled(
                table, bundle.description(), bundle.description().format(), progress);
        if (!isTrainingTable(bundle, read)) {
            throw new InputException(
                    "not_the_training_table",
                    read.name() + " is not the table that " + bundle.manifest().modelId()
                            + " was trained on, or it has changed since (its digest is not the bundle's)");
        }
        return new HeldOut(split(
                bundle, read, RowsTogether.of(read, bundle.manifest().seed()), FirstTestDate.of(bundle, maturityDays)));
    }

    /**
     * How the training table of a bundle was split.
     *
     * @throws InputException if the model learned from all of its rows
     */
    static Split split(ModelBundle bundle, TrainingTable table, RowsTogether together, Optional<FirstTestDate> first) {
        if (bundle.reference().rows() == table.rows()) {
            throw new InputException(
                    "all_rows_learned",
                    bundle.manifest().modelId() + " has learned from every row of " + table.name()
                            + ", after it was judged on the last month (expected: rows of "
                            + first.map(FirstTestDate::date)
                                    .map(date -> date + " or later")
                                    .orElse("other customers")
                            + ")");
        }
        return Split.of(table, together.groups(), bundle.manifest().seed());
    }

    static boolean isTrainingTable(ModelBundle bundle, TrainingTable table) {
        return table.digest().equals(bundle.manifest().tableDigest());
    }

    /** Whether a row is held out; rows are numbered from 1, as in {@code TableRow.number()}. */
    public boolean contains(long rowNumber) {
        return rowNumber >= 1 && rowNumber <= Integer.MAX_VALUE && rows.get((int) (rowNumber - 1));
    }

    /** How many there are. */
    public int size() {
        return rows.cardinality();
    }

    /** Their numbers, ascending, from 1. */
    public LongStream numbers() {
        return rows.stream().mapToLong(row -> row + 1L);
    }
}
