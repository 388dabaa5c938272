package io.holdfast.training.shape;

import io.holdfast.training.fit.BagShapes;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * How far the bags of an engine let us trust a value: each bag learned without its own part of the rows, so they are replicates of the
 * delete-a-group jackknife (Kott 2001, "The delete-a-group jackknife"), whose standard error is
 * sqrt((k - 1) / k * sum of squared deviations) of k bags, with k - 1 degrees of freedom.
 */
final class Jackknife {
    private static final double UPPER = 0.975;
    private static final int DECIMALS = 1000;

    private final BagShapes bags;
    private final double quantile;

    Jackknife(BagShapes bags) {
        this.bags = bags;
        // Student's t is found iteratively; three decimals are the same wherever it runs.
        this.quantile = bags.count() < 2
                ? 0
                : Math.rint(DECIMALS * new TDistribution(bags.count() - 1.0).inverseCumulativeProbability(UPPER))
                        / DECIMALS;
    }

    /** Half the width of the 95 % interval of a bin's value; 0 without bags. */
    double halfWidth(int input, int bin) {
        int count = bags.count();
        if (count < 2) {
            return 0;
        }
        double mean = mean(input, bin);
        double squares = 0;
        for (int bag = 0; bag < count; bag++) {
            double off = bags.value(bag, input, bin) - mean;
            squares += off * off;
        }
        return quantile * StrictMath.sqrt(squares * (count - 1) / count);
    }

    /** The share of the bags that give an effect the same sign, each shifted by what the model holds beside the bags' tables. */
    double sameSign(int input, int bin, double effect) {
        int count = bags.count();
        if (count == 0) {
            return 1;
        }
        double beside = effect - mean(input, bin);
        int same = 0;
        for (int bag = 0; bag < count; bag++) {
            same += Math.signum(bags.value(bag, input, bin) + beside) == Math.signum(effect) ? 1 : 0;
        }
        return (double) same / count;
    }

    /** The mean of the bags' values of a bin. */
    double mean(int input, int bin) {
        double mean = 0;
        for (int bag = 0; bag < bags.count(); bag++) {
            mean += bags.value(bag, input, bin) / bags.count();
        }
        return mean;
    }
}
