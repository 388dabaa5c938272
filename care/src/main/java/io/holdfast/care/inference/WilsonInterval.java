package io.holdfast.care.inference;

/** Wilson's score interval of a share (1927), 95 %. */
public final class WilsonInterval {
    private WilsonInterval() {}

    /**
     * The share of so many among so many.
     *
     * @param did 0 to all
     * @param all above 0
     */
    public static Estimate of(int did, int all) {
        return RateComparison.wilson((double) did / all, all);
    }
}
