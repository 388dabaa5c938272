package io.holdfast.training.comparison;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.scoring.reason.Explainer;
import io.holdfast.scoring.reason.RankedReason;
import io.holdfast.scoring.score.ChurnScore;
import io.holdfast.scoring.score.RiskBand;
import io.holdfast.scoring.score.Scorer;
import io.holdfast.training.data.TrainingTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What one model says about some rows, as it is served. */
final class Opinion {
    private static final int ROWS_BETWEEN_REPORTS = 4096;

    private final double[] probabilities;
    private final List<RiskBand> bands = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();

    private Opinion(int rows) {
        probabilities = new double[rows];
    }

    /** @param task what progress calls it */
    static Opinion of(ModelBundle bundle, TrainingTable table, int[] rows, String task, Progress progress) {
        Scorer scorer = new Scorer(bundle);
        Explainer explainer = new Explainer(bundle);
        Opinion opinion = new Opinion(rows.length);
        for (int i = 0; i < rows.length; i++) {
            ChurnScore score = scorer.score(table.record(rows[i]));
            opinion.probabilities[i] = AdditiveModel.probability(score.logOdds());
            opinion.bands.add(score.band());
            List<RankedReason> raising = explainer.rank(score).raising();
            opinion.reasons.add(raising.isEmpty() ? "" : raising.get(0).reason().code());
            if (i % ROWS_BETWEEN_REPORTS == 0) {
                progress.at(task, i, rows.length);
            }
        }
        progress.at(task, rows.length, rows.length);
        return opinion;
    }

    double[] probabilities() {
        return probabilities;
    }

    /** Share of the rows that stand in another band with another model. */
    double bandChanged(Opinion other) {
        return changed(bands, other.bands);
    }

    /** Share of the rows that have another leading reason with another model. */
    double reasonChanged(Opinion other) {
        return changed(reasons, other.reasons);
    }

    /** The rows by descending probability; of equal ones the first comes first. */
    List<Integer> order() {
        return IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -probabilities[row]))
                .toList();
    }

    private static <T> double changed(List<T> one, List<T> other) {
        long changed = IntStream.range(0, one.size())
                .filter(row -> !one.get(row).equals(other.get(row)))
                .count();
        return (double) changed / one.size();
    }
}
