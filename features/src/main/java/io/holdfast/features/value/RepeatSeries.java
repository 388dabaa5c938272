package io.holdfast.features.value;

/**
 * The expected number of purchases of a customer who is alive, as a sum of positive terms.
 *
 * <p>The published form, (c/(a-1)) (1 - (beta/(beta+t))^s 2F1(s, b; c; t/(beta+t))) with c = a+b-1 (Fader, Hardie, Lee 2005, equation
 * 10), is 0/0 at a = 1 and loses digits near it and for frequent customers. The same number is the mean of S(N), where N, the
 * purchases of somebody who would never leave, has the negative binomial distribution with shape s and probability z = t/(beta+t),
 * and S(n) = sum over k below n of b(b+1)..(b+k-1) / ((a+b)..(a+b+k-1)) is how many of n come about before leaving. Integrating the series
 * of d/dt term by term gives it; every term is positive, so nothing cancels whatever the parameters.
 */
final class RepeatSeries {
    private static final double PRECISION = 0x1p-54;
    private static final double LARGE = 0x1p900;

    private RepeatSeries() {}

    /**
     * @param s shape of the purchase rate, above 0
     * @param beta rate of the purchase rate in days, above 0
     * @param a first parameter of the probability to leave
     * @param b second parameter of it
     * @param days how far to look ahead, 0 or more; the number of terms grows with (beta + days) / beta
     */
    static double expected(double s, double beta, double a, double b, double days) {
        if (days == 0) {
            return 0;
        }
        double z = days / (beta + days);
        double weight = 1;
        double weights = 1;
        double survives = 1;
        double purchases = 0;
        double sum = 0;
        for (int n = 0; ; n++) {
            double ratio = (s + n) / (n + 1) * z;
            weight *= ratio;
            purchases += survives;
            survives *= (b + n) / (a + b + n);
            weights += weight;
            sum += weight * purchases;
            if (weights > LARGE) {
                weight /= LARGE;
                weights /= LARGE;
                sum /= LARGE;
            }
            // Later ratios lie between this one and z, and each later term has at most one purchase more.
            double slowest = Math.max(ratio, z);
            double rest = 1 / (1 - slowest);
            if (slowest < 1
                    && weight * rest * (purchases + rest) <= PRECISION * sum
                    && weight * rest <= PRECISION * weights) {
                return sum / weights;
            }
        }
    }
}
