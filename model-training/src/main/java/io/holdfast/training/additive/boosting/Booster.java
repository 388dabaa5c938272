package io.holdfast.training.additive.boosting;

import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.additive.parallel.Workers;
import java.util.List;

/**
 * Cyclic Newton boosting of tables (Lou et al. 2012, "Intelligible models for classification and regression", section 3; the
 * update is that of Chen and Guestrin 2016) in all bags in lock step: one number of rounds serves all, the one with the
 * least out-of-bag loss summed over the bags. Tables whose gain is far below the round's best are left as they are.
 */
public final class Booster {
    /** Smallest fall of the loss, per unit of weight, that counts as one. */
    private static final double LEAST_FALL = 1e-7;

    private static final double LEAST_SQUARES = 1e-12;

    private final BoostingSettings settings;
    private final Workers workers;
    private final Progress progress;

    /** A booster with these settings. */
    public Booster(BoostingSettings settings, Workers workers, Progress progress) {
        this.settings = settings;
        this.workers = workers;
        this.progress = progress;
    }

    /**
     * Boosts the tables on top of what the bags have learned. The bags then hold the result.
     *
     * @param what name of the step, for people
     * @param needed the z below which the bags forget what the stage learned; negative infinity to keep it always
     */
    public Stage boost(String what, Bagged bagged, List<Shape> shapes, double needed) {
        List<BagBooster> boosters = boosters(bagged, shapes);
        int best = rounds(what, bagged, boosters);
        workers.forEach(boosters.size(), bag -> boosters.get(bag).restore());
        double z = z(boosters, bagged.bags().rows());
        if (z < needed) {
            boosters.forEach(BagBooster::undo);
        }
        progress.at(what, 1, 1);
        return new Stage(shapes, boosters.stream().map(BagBooster::tables).toList(), best, z);
    }

    /**
     * Boosts the tables for so many rounds, whatever becomes of the out-of-bag loss: where what is asked is which tables do harm, that loss must not decide when to stop. The bags then hold the result.
     *
     * @param what name of the step, for people
     * @param rounds 0 or more
     */
    public Stage boostFor(String what, Bagged bagged, List<Shape> shapes, int rounds) {
        List<BagBooster> boosters = boosters(bagged, shapes);
        for (int round = 1; round <= rounds; round++) {
            int number = round;
            workers.forEach(boosters.size(), bag -> boosters.get(bag).round(number));
            progress.at(what, round, rounds);
        }
        boosters.forEach(BagBooster::keep);
        double z = z(boosters, bagged.bags().rows());
        return new Stage(shapes, boosters.stream().map(BagBooster::tables).toList(), rounds, z);
    }

    private List<BagBooster> boosters(Bagged bagged, List<Shape> shapes) {
        BagBooster[] boosters = new BagBooster[bagged.bags().count()];
        workers.forEach(boosters.length, bag -> boosters[bag] = new BagBooster(settings, bagged, bag, shapes));
        return List.of(boosters);
    }

    private int rounds(String what, Bagged bagged, List<BagBooster> boosters) {
        double least = loss(boosters);
        double enough = LEAST_FALL * bagged.objective().weight();
        int best = 0;
        for (int round = 1; round <= settings.mostRounds() && round - best <= settings.patience(); round++) {
            int number = round;
            workers.forEach(boosters.size(), bag -> boosters.get(bag).round(number));
            double loss = loss(boosters);
            if (loss < least - enough) {
                least = loss;
                best = round;
                boosters.forEach(BagBooster::keep);
            }
            progress.at(what, round, (long) best + settings.patience() + 1);
        }
        return best;
    }

    private static double loss(List<BagBooster> boosters) {
        double sum = 0;
        for (BagBooster booster : boosters) {
            sum += booster.heldOutLoss();
        }
        return sum;
    }

    private static double z(List<BagBooster> boosters, int rows) {
        double[] falls = new double[2];
        boosters.forEach(booster -> booster.addFalls(falls));
        double squares = falls[1] - falls[0] * falls[0] / rows;
        return falls[0] / StrictMath.sqrt(Math.max(LEAST_SQUARES, squares));
    }
}
