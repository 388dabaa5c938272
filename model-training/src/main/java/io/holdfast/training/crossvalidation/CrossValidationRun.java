package io.holdfast.training.crossvalidation;

import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.publish.RowsTogether;
import io.holdfast.training.publish.SplitChecks;
import io.holdfast.training.publish.TableChecks;
import io.holdfast.training.split.Folds;
import io.holdfast.training.split.FoldsFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One cross-validation of a described table: what training refuses is refused here too. Keeps table and folds for who wants the
 * predictions.
 */
public final class CrossValidationRun {
    private final TrainingTable table;
    private final Folds folds;
    private final List<OutOfFold> said;
    private final List<String> notes;

    private CrossValidationRun(TrainingTable table, Folds folds, List<OutOfFold> said, List<String> notes) {
        this.table = table;
        this.folds = folds;
        this.said = List.copyOf(said);
        this.notes = List.copyOf(notes);
    }

    /**
     * Reads, checks, trains and scores. Writes nothing.
     *
     * @throws InputException if table or folds cannot be read, or cannot give honest models, with the reason
     */
    public static CrossValidationRun of(CrossValidationRequest request, Progress progress) {
        DatasetDescription description = DatasetDescription.read(request.datasetYaml());
        TrainingTable table = TrainingTable.read(
                description.table(request.datasetYaml()), description, request.allowDuplicateIds(), progress);
        RowsTogether together = RowsTogether.of(table, request.seed());
        Folds folds = request.folds()
                .map(file -> given(FoldsFile.read(file, table), together))
                .orElseGet(() -> drawn(table, together, request));
        folds.requireBothClasses(table);
        SplitChecks.requireEnough(table, folds);
        List<String> notes = new ArrayList<>(SplitChecks.check(table, folds.split(0, 0)));
        notes.addAll(TableChecks.check(table, request.seed()));
        notes.addAll(request.folds().isPresent() ? together.notes(folds) : together.notes());
        long parted = folds.parted(table);
        if (parted > 0) {
            notes.add("The folds part " + parted
                    + " groups of rows that belong together (one group or one customer): the figures may be too good.");
        }
        if (table.dated()) {
            notes.add("The rows are dated, and folds mix the dates: a model of the future's rows judges the past. "
                    + "The held-out figures of train keep to the time.");
        }
        List<OutOfFold> said =
                new ArrayList<>(CrossValidation.run(table, folds, request.learners(), request.seed(), progress));
        said.add(CrossValidation.baseRate(table, folds));
        return new CrossValidationRun(table, folds, said, notes);
    }

    private static Folds given(Folds folds, RowsTogether together) {
        return folds.keeping(together.groupsWithin(folds));
    }

    private static Folds drawn(TrainingTable table, RowsTogether together, CrossValidationRequest request) {
        together.requireDealable();
        return Folds.stratified(table, together.groups(), request.count(), request.repeats(), request.seed());
    }

    /** The learners beside each other, the base rate last. */
    public Comparison comparison() {
        return Comparison.of(table, folds, said);
    }

    /** What a reader of the figures has to know, one sentence each. */
    public List<String> notes() {
        return notes;
    }

    /** Writes what the first learner said of every row, as {@link PredictionsFile} describes. */
    public void writePredictions(Path file) {
        PredictionsFile.write(file, table, folds, said.get(0));
    }
}
