package io.holdfast.training.additive.trees;

import io.holdfast.training.additive.bagging.Bags;
import io.holdfast.training.additive.boosting.Bagged;
import io.holdfast.training.additive.interaction.PairRules;
import io.holdfast.training.additive.parallel.Workers;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Whether trees find something that the tables miss: a few are grown on top of all tables in every bag, and its own rows judge them. It costs a few
 * hundredths of boosting them.
 */
final class TreePilot {
    private static final double LEAST_SQUARES = 1e-12;

    private final TreeSettings settings;
    private final List<TreeColumn> columns;
    private final PairRules rules;
    private final Workers workers;

    TreePilot(TreeSettings settings, List<TreeColumn> columns, PairRules rules, Workers workers) {
        this.settings = settings;
        this.columns = columns;
        this.rules = rules;
        this.workers = workers;
    }

    /** The mean fall of the out-of-bag loss over its standard error, paired by row. */
    double z(Bagged bagged, long seed) {
        Bags bags = bagged.bags();
        SplittableRandom seeds = new SplittableRandom(seed);
        long[] own = IntStream.range(0, bags.count())
                .mapToLong(bag -> seeds.nextLong())
                .toArray();
        double[][] falls = new double[bags.count()][2];
        workers.forEach(own.length, bag -> {
            BagTrees trees = new BagTrees(bagged.objective(), bags, bag, own[bag]);
            trees.start(bagged.states(bag));
            TreeGrower grower =
                    new TreeGrower(settings, columns, rules, settings.pilot().rowShare(bags.rows()));
            for (int round = 0; round < settings.pilot().rounds(); round++) {
                trees.grow(grower);
            }
            trees.addFalls(bagged.states(bag), falls[bag]);
        });
        double sum = 0;
        double squares = 0;
        for (double[] bag : falls) {
            sum += bag[0];
            squares += bag[1];
        }
        return sum / StrictMath.sqrt(Math.max(LEAST_SQUARES, squares - sum * sum / bags.rows()));
    }
}
