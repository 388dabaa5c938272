package io.holdfast.training.additive;

import io.holdfast.scoring.model.Term;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.additive.bagging.Bags;
import io.holdfast.training.additive.binning.BinnedColumn;
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
import io.holdfast.training.additive.trees.TreeSettings;
import io.holdfast.training.additive.trees.TreeStage;
import io.holdfast.training.data.FeatureColumn;
import io.holdfast.training.fit.BagShapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** One way through the engine, once columns are binned: boosts their tables, pairs, triples and trees, and purifies what comes out. */
final class TablesLearner {
    private static final String PURIFY = "purify tables";

    private final AdditiveSettings settings;
    private final List<FeatureColumn> features;
    private final Bags bags;
    private final Objective objective;
    private final double[] weights;
    private final PairRules rules;
    private final Optional<LearningDates> dates;
    private final Workers workers;

    /** A learner from rows, as {@link AdditiveLearner#learn} has them. */
    TablesLearner(
            AdditiveSettings settings,
            List<FeatureColumn> features,
            Bags bags,
            Objective objective,
            double[] weights,
            PairRules rules,
            Optional<LearningDates> dates,
            Workers workers) {
        this.settings = settings;
        this.features = features;
        this.bags = bags;
        this.objective = objective;
        this.weights = weights;
        this.rules = rules;
        this.dates = dates;
        this.workers = workers;
    }

    /**
     * Learns scores.
     *
     * @param columns the features, binned
     * @param seed of the rows and columns that trees see
     * @param progress hears of every step
     */
    LearnedTables learn(List<BinnedColumn> columns, long seed, Progress progress) {
        Booster booster = new Booster(settings.boosting(), workers, progress);
        List<Stage> stages = new ArrayList<>();
        SortedMap<Integer, Integer> copies = ColumnCopies.find(columns, settings.binning(), workers);
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
        facts.screened(settings.interaction().screenedColumns(), mains.shapes().size());
        InteractionStages interactions =
                new InteractionStages(settings.interaction(), settings.boosting(), pairs, booster, workers, progress);
        for (InteractionStage tried : interactions.learn(bagged, main)) {
            facts.interactions(tried);
            if (tried.kept()) {
                interacting.add(tried.stage());
            }
        }
        // Where the columns' own tables said nothing for sure, trees have to.
        TreeSettings ofTrees = learned
                ? settings.trees()
                : settings.trees()
                        .withLeastZ(Math.max(settings.leastZ(), settings.trees().leastZ()));
        TreeStage trees = new TreeBooster(ofTrees, pairs, workers, progress).learn(bagged, main, learned, seed);
        progress.at(PURIFY, 0, 1);
        facts.trees(trees, ofTrees);
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
                new BagShapes(PurifiedTerms.mainsByBag(columns, stages, trees.aloneByBag(), bags.count())),
                facts.facts());
        progress.at(PURIFY, 1, 1);
        return tables;
    }
}
