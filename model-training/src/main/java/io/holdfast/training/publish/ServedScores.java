package io.holdfast.training.publish;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.score.ChurnScore;
import io.holdfast.scoring.score.InputWarning;
import io.holdfast.scoring.score.Scorer;
import io.holdfast.training.data.SensitiveColumn;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.evaluation.Clusters;
import io.holdfast.training.evaluation.ScoredRows;
import io.holdfast.training.profit.TableCosts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rows of a table as the scorer that serves them sees them.
 *
 * @param rows with their scores
 * @param costs of contacting and of not contacting them
 * @param warnings by code and then by column, how many rows of these had them
 */
record ServedScores(ScoredRows rows, TableCosts costs, SortedMap<String, SortedMap<String, Long>> warnings) {
    private static final int ROWS_BETWEEN_REPORTS = 4096;

    static ServedScores of(ModelBundle bundle, TrainingTable table, int[] rows, Clusters clusters, Progress progress) {
        Scorer scorer = new Scorer(bundle);
        double[] probabilities = new double[rows.length];
        boolean[] positives = new boolean[rows.length];
        SortedMap<String, SortedMap<String, Long>> warnings = new TreeMap<>();
        for (int i = 0; i < rows.length; i++) {
            ChurnScore score = scorer.score(table.record(rows[i]));
            probabilities[i] = AdditiveModel.probability(score.logOdds());
            positives[i] = table.positive(rows[i]);
            for (InputWarning warning : score.warnings()) {
                warnings.computeIfAbsent(warning.code(), code -> new TreeMap<>())
                        .merge(warning.field(), 1L, Long::sum);
            }
            if (i % ROWS_BETWEEN_REPORTS == 0) {
                progress.at("score held-out rows", i, rows.length);
            }
        }
        progress.at("score held-out rows", rows.length, rows.length);
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (SensitiveColumn column : table.sensitive()) {
            groups.put(column.name(), column.at(rows));
        }
        return new ServedScores(
                new ScoredRows(
                        probabilities,
                        positives,
                        groups,
                        clusters,
                        table.weights().only(rows)),
                TableCosts.of(table, rows),
                warnings);
    }
}
