package io.holdfast.training.additive.dates;

import io.holdfast.training.additive.bagging.Bags;
import io.holdfast.training.additive.binning.BinnedTable;
import io.holdfast.training.additive.binning.BinningSettings;
import io.holdfast.training.additive.boosting.Bagged;
import io.holdfast.training.additive.boosting.Booster;
import io.holdfast.training.additive.boosting.Objective;
import io.holdfast.training.additive.boosting.Shape;
import io.holdfast.training.additive.boosting.Stage;
import io.holdfast.training.additive.parallel.Workers;
import io.holdfast.training.data.FeatureColumn;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds columns whose effect does not carry over from date to date, such as a region in which rivals campaigned in some months: every row of a customer is out-of-bag together, so that no bag
 * can tell what holds for other customers of the same months from what holds for other months. The columns' own tables are learned with one date left out, for each of some dates, and a column whose table makes the
 * loss on the dates left out worse for sure is unsteady. That is cross-validation over environments; Peters, Bühlmann and Meinshausen (2016), "Causal inference by using invariant prediction", give reasons why
 * what holds in all of them is to be preferred.
 */
public final class UnsteadyColumns {
    /**
     * Rise of the loss over its standard error beyond which a column is unsteady. Rows of a date share their chances, so that it is more than it looks; 3 spares columns that merely learned a little chance, which
     * do no harm and may be somebody's reason.
     */
    private static final double RISE = 3;

    /** Most of Newton's steps to a date's own level, each of 1 at most; from a fraction of the level it takes about five. */
    private static final int STEPS = 100;

    private static final double SMALL_STEP = 1e-9;

    private final DatedRows dated;
    private final Workers workers;

    /** A search among dated rows. */
    public UnsteadyColumns(DatedRows dated, Workers workers) {
        this.dated = dated;
        this.workers = workers;
    }

    /**
     * Learns and judges.
     *
     * @param features all columns
     * @param ignored numbers of columns that are not looked at
     * @param rounds as many as the columns' own tables took: an unsteady column raises the loss of the dates left out, so that this loss must not decide when to stop
     * @return numbers of the unsteady columns, each with the fall of the loss by its table over its standard error (below -3)
     */
    public SortedMap<Integer, Double> find(
            List<FeatureColumn> features, Set<Integer> ignored, BinningSettings binning, Booster booster, int rounds) {
        List<Shape> mains = new BinnedTable(
                        features, dated.bags(), dated.objective().targets(), dated.weights(), binning, workers)
                .columns().stream()
                        .filter(column -> column.varies() && !ignored.contains(column.input()))
                        .map(Shape::main)
                        .toList();
        Bagged bagged = new Bagged(dated.objective(), dated.bags());
        Stage stage = booster.boostFor("compare dates", bagged, mains, rounds);
        SortedMap<Integer, Double> unsteady = Collections.synchronizedSortedMap(new TreeMap<>());
        workers.forEach(mains.size(), shape -> {
            double z = fall(bagged, stage, shape);
            if (z < -RISE) {
                unsteady.put(mains.get(shape).axes().get(0).column().input(), z);
            }
        });
        return new TreeMap<>(unsteady);
    }

    /** By how much a table lowers the loss of rows on dates that it did not learn from, over its standard error; every date keeps its own level, with the table and without. */
    private static double fall(Bagged bagged, Stage stage, int shape) {
        Objective objective = bagged.objective();
        Bags bags = bagged.bags();
        double[] with = new double[bags.rows()];
        double[] without = new double[bags.rows()];
        double sum = 0;
        double squares = 0;
        for (int bag = 0; bag < bags.count(); bag++) {
            int from = bags.from(bag);
            int count = bags.to(bag) - from;
            System.arraycopy(bagged.states(bag), from, with, from, count);
            stage.without(shape, bagged, bag, without);
            level(objective, with, from, count);
            level(objective, without, from, count);
            for (int row = from; row < from + count; row++) {
                double fall = objective.loss(without[row], row) - objective.loss(with[row], row);
                sum += fall;
                squares += fall * fall;
            }
        }
        return squares == 0 ? 0 : sum / StrictMath.sqrt(squares);
    }

    /** Moves all rows to the level at which they are right on average, by Newton's method with short steps: from far away whole ones can run off. */
    private static void level(Objective objective, double[] states, int from, int count) {
        double[] gradients = new double[count];
        double[] hessians = new double[count];
        int[] one = new int[count];
        for (int step = 0; step < STEPS; step++) {
            objective.derivatives(states, from, count, gradients, hessians);
            double gradient = 0;
            double hessian = 0;
            for (int i = 0; i < count; i++) {
                gradient += gradients[i];
                hessian += hessians[i];
            }
            double move = Math.max(-1, Math.min(1, gradient / hessian));
            objective.apply(states, from, count, one, new double[] {objective.factor(move)});
            if (Math.abs(move) < SMALL_STEP) {
                return;
            }
        }
    }
}
