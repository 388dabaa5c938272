package io.holdfast.care.inference;

import org.apache.commons.math3.special.Erf;

/**
 * How a share changed from one month to the next, where some customers are in both.
 *
 * @param difference now less before, with its 95 % interval by MOVER from Wilson's of each month (Zou, Psychological Methods 12, 2007), which without anybody in both is Newcombe's method 10
 *     (1998)
 * @param pValue two-sided, of no change
 */
public record ShareChange(Estimate difference, double pValue) {
    /**
     * One month.
     *
     * @param did customers with the trait
     * @param all customers, above 0
     */
    public record Month(int did, int all) {
        double share() {
            return (double) did / all;
        }

        private double variance() {
            return share() * (1 - share()) / all;
        }
    }

    /**
     * Who is in both months.
     *
     * @param all customers
     * @param now of them, those with the trait now
     * @param before of them, those with the trait before
     * @param twice of them, those with the trait in both
     */
    public record Overlap(int all, int now, int before, int twice) {
        /** Nobody. */
        public static final Overlap NONE = new Overlap(0, 0, 0, 0);
    }

    /** The change between two months of at least one customer each. */
    public static ShareChange of(Month now, Month before, Overlap both) {
        double one = now.share();
        double other = before.share();
        double covariance = (both.twice() - other * both.now() - one * both.before() + both.all() * one * other)
                / now.all()
                / before.all();
        double product = now.variance() * before.variance();
        double together = product > 0 ? Math.max(-1, Math.min(1, covariance / StrictMath.sqrt(product))) : 0;
        Estimate first = RateComparison.wilson(one, now.all());
        Estimate second = RateComparison.wilson(other, before.all());
        double point = one - other;
        Estimate difference = new Estimate(
                point,
                point - reach(one - first.low(), second.high() - other, together),
                point + reach(first.high() - one, other - second.low(), together));
        return new ShareChange(difference, pValue(now, before, covariance));
    }

    private static double reach(double one, double other, double together) {
        return StrictMath.sqrt(Math.max(0, one * one + other * other - 2 * together * one * other));
    }

    private static double pValue(Month now, Month before, double covariance) {
        double pooled = (double) (now.did() + before.did()) / (now.all() + before.all());
        double variance = pooled * (1 - pooled) * (1.0 / now.all() + 1.0 / before.all()) - 2 * covariance;
        return variance > 0 ? Erf.erfc(Math.abs(now.share() - before.share()) / StrictMath.sqrt(2 * variance)) : 1;
    }
}
