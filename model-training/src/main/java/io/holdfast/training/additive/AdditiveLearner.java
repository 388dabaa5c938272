package io.holdfast.training.additive;

import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.additive.bagging.Bags;
import io.holdfast.training.additive.binning.BinnedColumn;
import io.holdfast.training.additive.binning.BinnedTable;
import io.holdfast.training.additive.boosting.Bagged;
import io.holdfast.training.additive.boosting.Booster;
import io.holdfast.training.additive.boosting.Objective;
import io.holdfast.training.additive.boosting.Shape;
import io.holdfast.training.additive.boosting.Stage;
import io.holdfast.training.additive.interaction.InteractionStage;
import io.holdfast.training.additive.interaction.InteractionStages;
import io.holdfast.training.additive.interaction.PairRules;
import io.holdfast.training.additive.parallel.Workers;
import io.holdfast.training.data.FeatureColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The engine: bins the columns, boosts their tables, and purifies what comes out. The result is the same to the last bit for any number of threads.
 */
final class AdditiveLearner {
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
     */
    LearnedTables learn(List<FeatureColumn> features, Bags bags, Objective objective, double[] weights) {
        try (Workers workers = new Workers(threads)) {
            List<BinnedColumn> columns = BinnedTable.of(features, bags, weights, settings.binning(), workers);
            Booster booster = new Booster(settings.boosting(), workers, progress);
            Bagged bagged = new Bagged(objective, bags);
            List<Stage> stages = new ArrayList<>();
            List<Shape> mains = columns.stream()
                    .filter(BinnedColumn::varies)
                    .map(Shape::main)
                    .toList();
            Stage main = booster.boost("learn columns", bagged, mains, Double.NEGATIVE_INFINITY);
            stages.add(main);
            InteractionStages interactions = new InteractionStages(
                    settings.interaction(), settings.boosting(), PairRules.NONE, booster, workers, progress);
            List<InteractionStage> tried = interactions.learn(bagged, main);
            tried.stream().filter(InteractionStage::kept).forEach(stage -> stages.add(stage.stage()));
            Map<String, String> facts = new TreeMap<>();
            facts.put("stages", main.rounds() + " " + tried.stream().map(t -> t.stage().shapes().size() + ":" + t.stage().rounds() + " z " + t.stage().z() + " " + t.kept()).toList());
            PurifiedTerms purified = new PurifiedTerms(columns, stages);
            return new LearnedTables(
                    objective.start() + purified.intercept(),
                    purified.inputs(),
                    purified.terms(),
                    bagged.outOfBagScores(),
                    facts);
        }
    }
}
