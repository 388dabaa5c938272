package io.holdfast.training.evaluation;

import java.util.List;

/** Shares of the list, from the highest score down, at which leavers are counted. */
public final class Shares {
    /** The tops of the list that teams contact. */
    public static final List<Double> TOP = List.of(.05, .1, .2);

    /** The place of the top tenth. */
    static final int TOP_DECILE = 3;

    private static final double[] SHARES = {.01, .02, .05, .1, .15, .2, .3, .4, .5, .6, .7, .8, .9, 1};

    private Shares() {}

    static int count() {
        return SHARES.length;
    }

    static double at(int place) {
        return SHARES[place];
    }

    /** How many of so many customers that share is: rounded up, but for a rest that is rounding of the product. */
    public static long customers(double share, long all) {
        return Math.max(1, (long) Math.ceil(share * all - 1e-9 * all));
    }
}
