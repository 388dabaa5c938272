package io.holdfast.care.power;

/**
 * How many customers it takes to tell two shares apart with a two-sided test at 5 %, in 80 of 100 cases: the normal approximation with separate
 * variances (Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, 3rd edition, chapter 4).
 *
 * @param base share who leave (or come back) without care, between 0 and 1
 * @param treated share with care, between 0 and 1, another one
 * @param holdOut share held out, between 0 and 1
 */
public record SampleSize(double base, double treated, double holdOut) {
    /** 80 % quantile of the standard normal distribution. */
    public static final double POWER = 0.8416212335729143;

    /** 97.5 % quantile of the standard normal distribution plus its 80 % quantile. */
    public static final double QUANTILES = 1.959963984540054 + POWER;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a share is not between 0 and 1, or nothing changes
     */
    public SampleSize {
        for (double share : new double[] {base, treated, holdOut}) {
            if (!(share > 0 && share < 1)) {
                throw new IllegalArgumentException("share: " + share + " (expected: between 0 and 1)");
            }
        }
        if (base == treated) {
            throw new IllegalArgumentException("treated: " + treated + " (expected: another share than the base)");
        }
    }

    /** By a relative change: -0.2 is a fifth fewer. */
    public static SampleSize relative(double base, double change, double holdOut) {
        return new SampleSize(base, base * (1 + change), holdOut);
    }

    /** Customers assigned and shadow-assigned together. */
    public long customers() {
        double difference = base - treated;
        double variance = base * (1 - base) / holdOut + treated * (1 - treated) / (1 - holdOut);
        return (long) StrictMath.ceil(QUANTILES * QUANTILES * variance / (difference * difference));
    }

    /**
     * By what has been seen: how many customers it takes with the same sides and the same spread until a difference can be told from none, if it is
     * as large as this one.
     *
     * @param difference not 0
     * @param variance of that difference as estimated from so many customers
     * @param customers seen, both sides together
     */
    public static double toTell(double difference, double variance, long customers) {
        return StrictMath.ceil(QUANTILES * QUANTILES * variance * customers / (difference * difference));
    }

    /** Those of them who are held out. */
    public long heldOut() {
        return (long) StrictMath.ceil(customers() * holdOut);
    }
}
