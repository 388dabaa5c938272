package io.holdfast.training.publish;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.evaluation.ChurnEvaluation;
import io.holdfast.training.evaluation.EvaluationSettings;
import io.holdfast.training.evaluation.Evaluator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Evaluates published models, never on rows they were trained on. */
public final class Evaluations {
    private Evaluations() {}

    /**
     * Evaluates a bundle on a table: of its training table the held-out rows, of any other table all rows.
     *
     * @param table with label, features and id; further columns do not matter
     * @param format how this file is written; {@code bundle.description().format()} if as the training table was
     * @param maturityDays as for {@link FirstTestDate#of}
     * @throws InputException if the table is not readable as described, has no label, shares rows with the training rows, or has rows
     *     of dates on which not all outcomes that the model learned from were known
     */
    public static EvaluationResult evaluate(
            ModelBundle bundle,
            Path table,
            TableFormat format,
            int maturityDays,
            EvaluationSettings settings,
            Progress progress) {
        TrainingTable read = TrainingTable.readLabelled(table, bundle.description(), format, progress);
        Optional<FirstTestDate> first = FirstTestDate.of(bundle, maturityDays);
        UnseenRows unseen = UnseenRows.of(bundle, read, first);
        first.ifPresent(date -> date.require(read, unseen.rows()));
        return evaluate(bundle, read, unseen.rows(), unseen.together(), unseen.notes(), settings, progress);
    }

    private static EvaluationResult evaluate(
            ModelBundle bundle,
            TrainingTable table,
            int[] rows,
            RowsTogether together,
            List<String> about,
            EvaluationSettings settings,
            Progress progress) {
        ServedScores scores = ServedScores.of(bundle, table, rows, together.clusters(rows), progress);
        List<String> notes = new ArrayList<>(about);
        notes.addAll(LabelMatch.notes(table, rows));
        notes.addAll(InputNotes.of(scores, table, rows));
        return new EvaluationResult(evaluate(scores, settings, progress), notes);
    }

    static ChurnEvaluation evaluate(ServedScores scores, EvaluationSettings settings, Progress progress) {
        progress.at("evaluate", 0, 1);
        ChurnEvaluation evaluation = Evaluator.evaluate(scores.rows(), scores.costs(), settings);
        progress.at("evaluate", 1, 1);
        return evaluation;
    }
}
