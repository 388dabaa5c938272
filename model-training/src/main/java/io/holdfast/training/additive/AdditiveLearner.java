package io.holdfast.training.additive;

import io.holdfast.scoring.model.Term;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.additive.bagging.Bags;
import io.holdfast.training.additive.binning.BinnedColumn;
import io.holdfast.training.additive.binning.BinnedTable;
import io.holdfast.training.additive.binning.ColumnCopies;
import io.holdfast.training.additive.boosting.Bagged;
import io.holdfast.training.additive.boosting.Booster;
import io.holdfast.training.additive.boosting.Objective;
import io.holdfast.training.additive.boosting.Stage;
import io.holdfast.training.additive.dates.LearningDates;
import io.holdfast.training.additive.interaction.InteractionStage;
import io.holdfast.training.additive.interaction.InteractionStages;
import io.holdfast.training.additive.interaction.PairRules;
import io.holdfast.training.additive.parallel.Workers;
import io.holdfast.training.additive.trees.TreeBooster;
import io.holdfast.training.additive.trees.TreeStage;
import io.holdfast.training.data.FeatureColumn;
import io.holdfast.training.fit.BagShapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The engine: bins the columns, boosts their tables, and purifies what comes out. The result is the same to the last bit for any number of threads.
 */
final class AdditiveLearner {
    private static final String BIN = "bin columns";
    private static final String PURIFY = "purify tables";

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
            List<BinnedColumn> columns =
                    BinnedTable.of(features, bags, objective.targets(), weights, settings.binning(), workers);
            Booster booster = new Booster(settings.boosting(), workers, progress);
            List<Stage> stages = new ArrayList<>();
            SortedMap<Integer, Integer> copies = ColumnCopies.find(columns, settings.binning(), workers);
            progress.at(BIN, 1, 1);
            EngineFacts facts = new EngineFacts(columns);
            facts.copies(copies);
            SteadyMains mains = new SteadyMainsLearner(settings, booster, workers)
                    .learn(features, columns, copies.keySet(), objective, weights, bags, rules, dates);
            facts.unsteady(mains.unsteady(), dates.flatMap(LearningDates::farApart));
            facts.common(mains.common());
            PairRules pairs = rules.withAlone(mains.common().keySet(), columns.size());
            Bagged bagged = mains.bagged();
            Stage main = mains.stage();
            boolean learned = main.rounds() > 0 && main.z() >= settings.leastZ();
            facts.mains(main, learned);
            List<Stage> interacting = new ArrayList<>();
            facts.screened(
                    settings.interaction().screenedColumns(), mains.shapes().size());
            InteractionStages interactions = new InteractionStages(
                    settings.interaction(), settings.boosting(), pairs, booster, workers, progress);
            for (InteractionStage tried : interactions.learn(bagged, main)) {
                facts.interactions(tried);
                if (tried.kept()) {
                    interacting.add(tried.stage());
                }
            }
            TreeStage trees =
                    new TreeBooster(settings.trees(), pairs, workers, progress).learn(bagged, main, learned, seed);
            progress.at(PURIFY, 0, 1);
            facts.trees(trees, settings.trees());
            if (learned) {
                stages.add(trees.mains(main));
            }
            interacting.forEach(stage -> stages.add(trees.interactions(stage)));
            PurifiedTerms purified = new PurifiedTerms(columns, stages, trees.alone());
            List<Term> terms = new ArrayList<>(purified.terms());
            facts.required(rules.required(), terms, copies);
            terms.addAll(trees.forests());
            LearnedTables tables = new LearnedTables(
                    objective.start() + purified.intercept() + trees.intercept(),
                    purified.inputs(),
                    terms,
                    trees.outOfBag(),
                    new BagShapes(PurifiedTerms.mainsByBag(columns, stages, bags.count())),
                    facts.facts());
            progress.at(PURIFY, 1, 1);
            return tables;
        }
    }
}
