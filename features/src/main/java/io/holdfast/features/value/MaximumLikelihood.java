package io.holdfast.features.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * The maximum of a log-likelihood over logarithms of parameters: a simplex search (Nelder, Mead 1965) from several starts, the best
 * one searched on finely and finished by Newton steps, whose last one says whether a maximum was reached.
 */
final class MaximumLikelihood {
    /** No search goes beyond e^10 times a parameter's unit, either way. */
    private static final double BOUND = 10;

    /** Beyond e^8 times its unit a parameter has run away: its limit would suit the data as well, and rounding passes for curvature. */
    private static final double FAR = 8;

    private static final int MOST_EVALUATIONS = 4000;
    private static final double COARSE = 1e-3;
    private static final double FINE = 1e-9;
    private static final double STEP = 1e-3;
    private static final int MOST_NEWTON_STEPS = 8;
    /** What another Newton step would still add to the log-likelihood. */
    private static final double CONVERGED = 1e-6;
    /** Less curvature leaves a parameter open by a factor of e^10 either way: it is not known at all. */
    private static final double LEAST_INFORMATION = 0.01;

    private final ToDoubleFunction<double[]> logLikelihood;
    private final double[] unit;

    private MaximumLikelihood(ToDoubleFunction<double[]> logLikelihood, double[] unit) {
        this.logLikelihood = logLikelihood;
        this.unit = unit;
    }

    /** Where the maximum is, how high, and the covariance there, empty where the surface is not curved like one. */
    record Maximum(List<Double> logs, double logLikelihood, boolean converged, List<List<Double>> covariance) {
        double[] point() {
            return logs.stream().mapToDouble(log -> log).toArray();
        }
    }

    /**
     * @param unit logarithms of each parameter's natural size, of which the starts are multiples
     * @param starts logarithms of those multiples
     */
    static Maximum find(ToDoubleFunction<double[]> logLikelihood, double[] unit, double[][] starts) {
        MaximumLikelihood search = new MaximumLikelihood(logLikelihood, unit);
        double[] best = starts[0];
        for (double[] start : starts) {
            double[] found = search.simplex(start, 1, COARSE);
            best = search.at(found) > search.at(best) ? found : best;
        }
        return search.finish(search.simplex(best, 0.2, FINE));
    }

    /** Minus infinity out of bounds, so that no search runs away. */
    private double at(double[] point) {
        double[] logs = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            if (!(Math.abs(point[i]) <= BOUND)) {
                return Double.NEGATIVE_INFINITY;
            }
            logs[i] = point[i] + unit[i];
        }
        double value = logLikelihood.applyAsDouble(logs);
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }

    private double[] simplex(double[] start, double side, double precision) {
        double[] best = start;
        double[] value = {at(start)};
        double[][] seen = {best};
        ObjectiveFunction goal = new ObjectiveFunction(point -> {
            double found = at(point);
            if (found > value[0]) {
                value[0] = found;
                seen[0] = point.clone();
            }
            return found;
        });
        try {
            PointValuePair found = new SimplexOptimizer(0, precision)
                    .optimize(
                            new MaxEval(MOST_EVALUATIONS),
                            goal,
                            GoalType.MAXIMIZE,
                            new InitialGuess(start),
                            new NelderMeadSimplex(start.length, side));
            return found.getPoint();
        } catch (TooManyEvaluationsException e) {
            // Whether this is near enough is judged by the Newton steps.
            return seen[0];
        }
    }

    private Maximum finish(double[] start) {
        double[] point = start;
        for (int step = 0; step < MOST_NEWTON_STEPS; step++) {
            RealMatrix curvature = information(point);
            // Next to the bound it is infinite.
            if (!Double.isFinite(curvature.getNorm())) {
                break;
            }
            CholeskyDecomposition information;
            try {
                information = new CholeskyDecomposition(
                        curvature, CholeskyDecomposition.DEFAULT_RELATIVE_SYMMETRY_THRESHOLD, LEAST_INFORMATION);
            } catch (NonPositiveDefiniteMatrixException e) {
                break;
            }
            RealVector gradient = gradient(point);
            RealVector move = information.getSolver().solve(gradient);
            double gain = gradient.dotProduct(move) / 2;
            double[] next = new ArrayRealVector(point).add(move).toArray();
            boolean better = at(next) > at(point);
            if (gain < CONVERGED && new ArrayRealVector(point).getLInfNorm() <= FAR) {
                return maximum(
                        better ? next : point,
                        true,
                        rows(information.getSolver().getInverse()));
            }
            if (!better) {
                break;
            }
            point = next;
        }
        return maximum(point, false, List.of());
    }

    private Maximum maximum(double[] point, boolean converged, List<List<Double>> covariance) {
        List<Double> logs = new ArrayList<>();
        for (int i = 0; i < point.length; i++) {
            logs.add(point[i] + unit[i]);
        }
        return new Maximum(logs, at(point), converged, covariance);
    }

    private RealVector gradient(double[] point) {
        double[] gradient = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            gradient[i] = (at(moved(point, i, STEP, i, 0)) - at(moved(point, i, -STEP, i, 0))) / (2 * STEP);
        }
        return new ArrayRealVector(gradient, false);
    }

    /** Minus the second derivatives, by central differences. */
    private RealMatrix information(double[] point) {
        int size = point.length;
        RealMatrix information = new Array2DRowRealMatrix(size, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double second = at(moved(point, i, STEP, j, STEP))
                        - at(moved(point, i, STEP, j, -STEP))
                        - at(moved(point, i, -STEP, j, STEP))
                        + at(moved(point, i, -STEP, j, -STEP));
                information.setEntry(i, j, -second / (4 * STEP * STEP));
                information.setEntry(j, i, information.getEntry(i, j));
            }
        }
        return information;
    }

    private static double[] moved(double[] point, int i, double step, int j, double other) {
        double[] moved = point.clone();
        moved[i] += step;
        moved[j] += other;
        return moved;
    }

    private static List<List<Double>> rows(RealMatrix matrix) {
        List<List<Double>> rows = new ArrayList<>();
        for (double[] row : matrix.getData()) {
            List<Double> numbers = new ArrayList<>();
            for (double number : row) {
                numbers.add(number);
            }
            rows.add(numbers);
        }
        return rows;
    }
}
