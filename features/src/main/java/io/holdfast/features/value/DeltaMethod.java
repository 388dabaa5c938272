package io.holdfast.features.value;

import io.holdfast.scoring.fault.InputException;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Intervals by the delta method: how uncertain parameters make a number uncertain, to first order, on a scale without ends (logarithm
 * or log-odds), so that no interval leaves the possible range. It needs no draws, so equal input gives equal intervals.
 */
final class DeltaMethod {
    private static final double STEP = 1e-4;
    /** 97.5 % point of the normal distribution. */
    private static final double REACH = 1.959963984540054;

    private final double[] parameters;
    private final List<List<Double>> covariance;

    /**
     * @param parameters logarithms
     * @throws InputException where the data did not determine them
     */
    DeltaMethod(double[] parameters, FitReport fit) {
        if (!fit.hasErrors()) {
            throw new InputException(
                    "no_intervals",
                    "There are no intervals: the histories of " + fit.customers()
                            + " customers did not determine the model's parameters.");
        }
        this.parameters = parameters;
        this.covariance = fit.covariance();
    }

    /** Of a number above 0; where it is 0 beyond what a double can tell, so are both ends. */
    Estimate positive(ToDoubleFunction<double[]> number) {
        double value = number.applyAsDouble(parameters);
        if (!(value > 0) || value > Double.MAX_VALUE) {
            return new Estimate(value, value, value);
        }
        double spread = REACH * Math.sqrt(variance(point -> StrictMath.log(number.applyAsDouble(point))));
        return new Estimate(value, value * StrictMath.exp(-spread), value * StrictMath.exp(spread));
    }

    /** Of a probability, given as log-odds. */
    Estimate probability(ToDoubleFunction<double[]> logOdds) {
        double value = logOdds.applyAsDouble(parameters);
        double spread = Double.isInfinite(value) ? 0 : REACH * Math.sqrt(variance(logOdds));
        return new Estimate(logistic(value), logistic(value - spread), logistic(value + spread));
    }

    /** Of a factor times two numbers above 0 that were fitted apart, so that their errors are taken for independent. */
    static Estimate product(double factor, Estimate one, Estimate other) {
        double value = factor * one.value() * other.value();
        if (!(value > 0) || value > Double.MAX_VALUE) {
            return new Estimate(value, value, value);
        }
        double spread = StrictMath.hypot(logSpread(one), logSpread(other));
        return new Estimate(value, value * StrictMath.exp(-spread), value * StrictMath.exp(spread));
    }

    private static double logSpread(Estimate estimate) {
        return StrictMath.log(estimate.high() / estimate.value());
    }

    private double variance(ToDoubleFunction<double[]> number) {
        double[] slope = new double[parameters.length];
        for (int i = 0; i < slope.length; i++) {
            double[] up = parameters.clone();
            double[] down = parameters.clone();
            up[i] += STEP;
            down[i] -= STEP;
            slope[i] = (number.applyAsDouble(up) - number.applyAsDouble(down)) / (2 * STEP);
        }
        double variance = 0;
        for (int i = 0; i < slope.length; i++) {
            for (int j = 0; j < slope.length; j++) {
                variance += slope[i] * slope[j] * covariance.get(i).get(j);
            }
        }
        return Math.max(0, variance);
    }

    private static double logistic(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }
}
