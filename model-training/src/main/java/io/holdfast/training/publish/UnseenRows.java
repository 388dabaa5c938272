package io.holdfast.training.publish;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.table.Counted;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.split.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The rows of a table that a model can honestly be judged by.
 *
 * @param rows ascending, from 0: of the training table the held-out rows, of any other table all
 * @param together which rows of the table belong together
 * @param notes which rows these are, where it is not simply all of them, one sentence each
 */
@SuppressWarnings("ArrayRecordComponent") // millions of rows; equality of two of these is nobody's question
public record UnseenRows(int[] rows, RowsTogether together, List<String> notes) {
    /** Keeps a copy of the notes. */
    public UnseenRows {
        notes = List.copyOf(notes);
    }

    /**
     * Finds them. That they are late enough is for {@link FirstTestDate#require} to say.
     *
     * @param first from which date on rows can judge the model, where it learned from dated rows
     * @throws io.holdfast.scoring.fault.InputException if the labels are not those of the model, or the table shares rows with the
     *     training rows
     */
    public static UnseenRows of(ModelBundle bundle, TrainingTable table, Optional<FirstTestDate> first) {
        LabelMatch.require(bundle, table);
        List<String> missing = WeightNotes.missing(table);
        RowsTogether together = RowsTogether.of(table, bundle.manifest().seed());
        if (!HeldOut.isTrainingTable(bundle, table)) {
            List<String> notes = new ArrayList<>(missing);
            notes.addAll(Overlap.refuse(bundle, table, first));
            first.ifPresent(date -> notes.addAll(date.notes(table)));
            return new UnseenRows(IntStream.range(0, table.rows()).toArray(), together, notes);
        }
        int[] heldOut = HeldOut.split(bundle, table, together, first).rows(Part.TEST);
        String note = String.format(
                Locale.ROOT,
                "This is the table the model was trained on; only its %s of %,d %s used.",
                Counted.of(heldOut.length, "held-out row"),
                table.rows(),
                heldOut.length == 1 ? "was" : "were");
        return new UnseenRows(heldOut, together, List.of(note));
    }
}
