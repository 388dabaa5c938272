package io.holdfast.training.publish;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.score.Scorer;
import io.holdfast.training.data.SensitiveColumn;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.evaluation.ScoredRows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of a table as the scorer that serves them sees them. */
final class ServedScores {
    private static final int ROWS_BETWEEN_REPORTS = 4096;

    private ServedScores() {}

    static ScoredRows of(ModelBundle bundle, TrainingTable table, int[] rows, Progress progress) {
        Scorer scorer = new Scorer(bundle);
        double[] probabilities = new double[rows.length];
        boolean[] positives = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            probabilities[i] = AdditiveModel.probability(scorer.logOdds(table.record(rows[i])));
            positives[i] = table.positive(rows[i]);
            if (i % ROWS_BETWEEN_REPORTS == 0) {
                progress.at("score held-out rows", i, rows.length);
            }
        }
        progress.at("score held-out rows", rows.length, rows.length);
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (SensitiveColumn column : table.sensitive()) {
            groups.put(column.name(), column.at(rows));
        }
        return new ScoredRows(probabilities, positives, groups);
    }
}
