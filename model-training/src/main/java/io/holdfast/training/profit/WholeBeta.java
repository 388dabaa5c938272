package io.holdfast.training.profit;

/**
 * A beta distribution of whole parameters, whose distribution function is the upper tail of a binomial distribution (Abramowitz and
 * Stegun 1964, 26.5.24).
 *
 * @param alpha 1 or more
 * @param beta 1 or more
 */
record WholeBeta(int alpha, int beta) {
    double mean() {
        return (double) alpha / (alpha + beta);
    }

    /** The probability of at most x. */
    double below(double x) {
        if (x <= 0) {
            return 0;
        }
        if (x >= 1) {
            return 1;
        }
        int trials = alpha + beta - 1;
        double term = 1;
        for (int i = 1; i <= alpha; i++) {
            term *= x * (trials - alpha + i) / i;
        }
        for (int i = 1; i < beta; i++) {
            term *= 1 - x;
        }
        double sum = term;
        for (int successes = alpha; successes < trials; successes++) {
            term *= x / (1 - x) * (trials - successes) / (successes + 1);
            sum += term;
        }
        return sum;
    }

    /** The mean of what is at most x, all else counting as 0. */
    double meanBelow(double x) {
        return mean() * new WholeBeta(alpha + 1, beta).below(x);
    }
}
