package io.holdfast.training.additive;

import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.additive.bagging.Bags;
import io.holdfast.training.additive.binning.BinnedColumn;
import io.holdfast.training.additive.binning.BinnedTable;
import io.holdfast.training.additive.boosting.Objective;
import io.holdfast.training.additive.dates.LearningDates;
import io.holdfast.training.additive.interaction.PairRules;
import io.holdfast.training.additive.parallel.Workers;
import io.holdfast.training.data.FeatureColumn;
import java.util.List;
import java.util.Optional;

/**
 * The engine: bins the columns, boosts their tables, and purifies what comes out; twice where categories of many levels leave open how they are binned. The result is the same to
 * the last bit for any number of threads.
 */
final class AdditiveLearner {
    private static final String BIN = "bin columns";
    private static final String AGAIN = ", levels ordered";

    private final AdditiveSettings settings;
    private final int threads;
    private final Progress progress;

    AdditiveLearner(AdditiveSettings settings, int threads, Progress progress) {
        this.settings = settings;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Learns scores.
     *
     * @param objective what to minimise, with targets and weights in the order of the bags
     * @param weights the same weights
     * @param rules of the owner of the table
     * @param dates when the rows were seen, where that is known, to see which columns do not carry over from one date to the next
     * @param seed of the rows and columns that trees see
     */
    LearnedTables learn(
            List<FeatureColumn> features,
            Bags bags,
            Objective objective,
            double[] weights,
            PairRules rules,
            Optional<LearningDates> dates,
            long seed) {
        try (Workers workers = new Workers(threads)) {
            progress.at(BIN, 0, 1);
            BinnedTable table =
                    new BinnedTable(features, bags, objective.targets(), weights, settings.binning(), workers);
            List<BinnedColumn> plain = table.columns();
            List<BinnedColumn> ordered = table.ordered(plain, rules.requiredInputs());
            progress.at(BIN, 1, 1);
            TablesLearner learner =
                    new TablesLearner(settings, features, bags, objective, weights, rules, dates, workers);
            LearnedTables tables = learner.learn(plain, seed, progress);
            if (ordered.equals(plain)) {
                return tables;
            }
            LearnedTables other =
                    learner.learn(ordered, seed, (step, done, total) -> progress.at(step + AGAIN, done, total));
            return LevelChoice.between(objective, tables, other, EngineFacts.different(plain, ordered));
        }
    }
}
