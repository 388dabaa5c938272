package io.holdfast.training.fit;

/**
 * Maximum likelihood of {@code shift + slope * logOdds} under {@code slope >= 0}, by Newton's method with halved steps. The loss is
 * convex, so where the free optimum has a negative slope, the constrained one has slope 0 and the base rate.
 */
final class PlattFit {
    private static final int MOST_STEPS = 100;
    private static final int MOST_HALVINGS = 40;
    private static final double ENOUGH = 1e-12;

    private PlattFit() {}

    /**
     * Shift and slope. Both classes must occur.
     *
     * @param weights of the rows, of mean 1
     */
    static double[] of(double[] logOdds, boolean[] positives, double[] weights) {
        double[] map = {0, 1};
        double loss = loss(logOdds, positives, weights, map);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] direction = newton(logOdds, positives, weights, map);
            double size = 1;
            double[] next = map;
            double nextLoss = loss;
            for (int halving = 0; halving < MOST_HALVINGS; halving++) {
                next = new double[] {map[0] - size * direction[0], map[1] - size * direction[1]};
                nextLoss = loss(logOdds, positives, weights, next);
                if (nextLoss <= loss) {
                    break;
                }
                size /= 2;
            }
            if (!(nextLoss < loss - ENOUGH * logOdds.length)) {
                break;
            }
            map = next;
            loss = nextLoss;
        }
        return map[1] > 0 ? map : baseRate(positives, weights);
    }

    private static double[] baseRate(boolean[] positives, double[] weights) {
        double leavers = 0;
        double stayers = 0;
        for (int i = 0; i < positives.length; i++) {
            leavers += positives[i] ? weights[i] : 0;
            stayers += positives[i] ? 0 : weights[i];
        }
        return new double[] {StrictMath.log(leavers / stayers), 0};
    }

    /** Inverse Hessian times gradient, the Hessian slightly lifted so that equal log-odds in all rows are no trouble. */
    private static double[] newton(double[] logOdds, boolean[] positives, double[] weights, double[] map) {
        double g0 = 0;
        double g1 = 0;
        double h00 = 0;
        double h01 = 0;
        double h11 = 0;
        for (int i = 0; i < logOdds.length; i++) {
            double x = logOdds[i];
            double p = 1 / (1 + StrictMath.exp(-(map[0] + map[1] * x)));
            double residual = weights[i] * (p - (positives[i] ? 1 : 0));
            double weight = weights[i] * p * (1 - p);
            g0 += residual;
            g1 += residual * x;
            h00 += weight;
            h01 += weight * x;
            h11 += weight * x * x;
        }
        h00 += ENOUGH;
        h11 += ENOUGH + 1e-9 * h11;
        double determinant = h00 * h11 - h01 * h01;
        return new double[] {(h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant};
    }

    private static double loss(double[] logOdds, boolean[] positives, double[] weights, double[] map) {
        double sum = 0;
        for (int i = 0; i < logOdds.length; i++) {
            sum += weights[i] * loss(map[0] + map[1] * logOdds[i], positives[i]);
        }
        return sum;
    }

    /** Log loss of one row, stable for large log-odds. */
    static double loss(double logOdds, boolean positive) {
        double margin = positive ? logOdds : -logOdds;
        return margin > 0
                ? StrictMath.log1p(StrictMath.exp(-margin))
                : -margin + StrictMath.log1p(StrictMath.exp(margin));
    }
}
