package io.holdfast.training.additive.trees;

import io.holdfast.scoring.dataset.Monotone;
import io.holdfast.scoring.model.ForestParts;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.additive.bagging.Bags;
import io.holdfast.training.additive.binning.BinnedColumn;
import io.holdfast.training.additive.boosting.Bagged;
import io.holdfast.training.additive.boosting.Stage;
import io.holdfast.training.additive.interaction.PairRules;
import io.holdfast.training.additive.parallel.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * Boosts oblivious trees in all bags in lock step, beginning with a share of the columns' own tables, if any; one number of rounds serves all. A
 * column with a direction is in no tree, which could turn it, and keeps its table whole.
 */
public final class TreeBooster {
    private static final String WHAT = "learn trees";

    /** Smallest fall of the loss, per unit of weight, that counts as one. */
    private static final double LEAST_FALL = 1e-7;

    /** Where the owner requires pairs, they keep this much. */
    private static final double LEAST_OF_REQUIRED = 0.05;

    private final TreeSettings settings;
    private final PairRules rules;
    private final Workers workers;
    private final Progress progress;

    /** A booster with these settings. */
    public TreeBooster(TreeSettings settings, PairRules rules, Workers workers, Progress progress) {
        this.settings = settings;
        this.rules = rules;
        this.workers = workers;
        this.progress = progress;
    }

    /**
     * Boosts trees and weighs them against the tables.
     *
     * @param bagged with all tables that are kept
     * @param mains the columns' own tables
     * @param known whether the bags hold them
     */
    public TreeStage learn(Bagged bagged, Stage mains, boolean known, long seed) {
        double[] tableScores = bagged.outOfBagScores();
        List<TreeColumn> columns = new ArrayList<>();
        double[] startShares = new double[mains.shapes().size()];
        int places = settings.bins(bagged.bags().rows());
        for (int s = 0; s < startShares.length; s++) {
            BinnedColumn column = mains.shapes().get(s).axes().get(0).column();
            boolean free = column.direction() == Monotone.NONE;
            startShares[s] = known ? (free ? settings.startShare() : 1) : 0;
            if (free) {
                columns.add(new TreeColumn(column, mains.mean(s), places));
            }
        }
        if (columns.isEmpty() || settings.leastZ() == Double.POSITIVE_INFINITY) {
            return TreeStage.none(0, 0, tableScores);
        }
        if (tableScores.length >= settings.pilot().from()) {
            progress.at("try trees", 0, 1);
            double z = new TreePilot(settings, columns, rules, workers).z(bagged, seed);
            progress.at("try trees", 1, 1);
            if (z < settings.pilot().leastZ()) {
                return TreeStage.none(z, 0, tableScores);
            }
        }
        List<BagTrees> bags = start(bagged, mains, startShares, seed);
        int rounds = rounds(bagged, bags, columns);
        if (rounds == 0) {
            return TreeStage.none(0, 0, tableScores);
        }
        double[] treeScores = new double[tableScores.length];
        bags.forEach(bag -> bag.writeScores(treeScores));
        PartScores scores = PartScores.of(bagged, mains, known, treeScores);
        double least = rules.required().isEmpty() ? 0 : LEAST_OF_REQUIRED;
        PartWeights fitted = PartWeights.fitted(bagged.objective(), scores, settings.leastZ(), least);
        if (!fitted.mixed()) {
            return TreeStage.none(fitted.z(), rounds, tableScores);
        }
        workers.forEach(bags.size(), bag -> bags.get(bag).backTo(rounds));
        double[] fittedScores = scores.weighed(fitted);
        double[][] noise = new PartNoise(bagged, mains, known, bags).of(fittedScores);
        PartWeights weights = fitted.averaged(bagged.objective(), scores, noise, least);
        ForestBuilder builder = new ForestBuilder(weights.trees() / bags.size());
        for (int bag = 0; bag < bags.size(); bag++) {
            builder.addAll(bags.get(bag).trees(), bag);
        }
        Optional<ForestParts> parts = builder.forest().map(ForestParts::new);
        return new TreeStage(
                weights,
                rounds,
                Arrays.stream(startShares)
                        .map(share -> weights.mains() + weights.trees() * share)
                        .toArray(),
                weights.intercept()
                        + builder.constant()
                        + parts.map(ForestParts::mean).orElse(0.0),
                parts.map(ForestParts::alone).orElse(Collections.emptySortedMap()),
                aloneByBag(bags, weights.trees()),
                parts.flatMap(ForestParts::interactions).stream().toList(),
                fittedScores);
    }

    private List<SortedMap<Integer, double[]>> aloneByBag(List<BagTrees> bags, double weight) {
        List<SortedMap<Integer, double[]>> alone =
                new ArrayList<>(Collections.nCopies(bags.size(), Collections.emptySortedMap()));
        workers.forEach(bags.size(), bag -> {
            ForestBuilder builder = new ForestBuilder(weight);
            builder.addAll(bags.get(bag).trees(), bag);
            builder.forest().ifPresent(forest -> alone.set(bag, new ForestParts(forest).alone()));
        });
        return alone;
    }

    private List<BagTrees> start(Bagged bagged, Stage mains, double[] shares, long seed) {
        Bags bags = bagged.bags();
        BagTrees[] trees = new BagTrees[bags.count()];
        SplittableRandom seeds = new SplittableRandom(seed);
        long[] own = IntStream.range(0, trees.length)
                .mapToLong(bag -> seeds.nextLong())
                .toArray();
        workers.forEach(trees.length, bag -> {
            trees[bag] = new BagTrees(bagged.objective(), bags, bag, own[bag]);
            trees[bag].start(mains, shares);
        });
        return List.of(trees);
    }

    private int rounds(Bagged bagged, List<BagTrees> bags, List<TreeColumn> columns) {
        Queue<TreeGrower> idle = new ConcurrentLinkedQueue<>();
        double least = loss(bags);
        double enough = LEAST_FALL * bagged.objective().weight();
        double share = settings.rowShare(bagged.bags().rows());
        int best = 0;
        for (int round = 1; round <= settings.mostRounds() && round - best <= settings.patience(); round++) {
            workers.forEach(bags.size(), bag -> {
                TreeGrower free = idle.poll();
                TreeGrower grower = free == null ? new TreeGrower(settings, columns, rules, share) : free;
                bags.get(bag).grow(grower);
                idle.add(grower);
            });
            double loss = loss(bags);
            if (loss < least - enough) {
                least = loss;
                best = round;
                bags.forEach(BagTrees::keep);
            }
            progress.at(WHAT, round, (long) best + settings.patience() + 1);
        }
        progress.at(WHAT, 1, 1);
        return best;
    }

    private static double loss(List<BagTrees> bags) {
        double sum = 0;
        for (BagTrees bag : bags) {
            sum += bag.heldOutLoss();
        }
        return sum;
    }
}
