package io.holdfast.training.additive.trees;

import io.holdfast.training.additive.boosting.Objective;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The intercept and the weights of 0 or more that minimise the loss of a sum of few parts. The loss is convex, so of the sets of parts that may have a weight, the one that fits best without a negative
 * one holds the minimum; there are so few that each is tried, by Newton's steps.
 */
final class StackedFit {
    private static final int MOST_STEPS = 40;
    private static final int MOST_HALVINGS = 20;

    /** Share of the loss below which a step no longer counts. */
    private static final double LEAST_FALL = 1e-13;

    /** Keeps the equations solvable where parts say the same or nothing: a billionth of what the rows say. */
    private static final double RIDGE = 1e-9;

    private final Objective objective;
    private final double[][] parts;
    private final int rows;
    private final double[] states;
    private final double[] gradients;
    private final double[] hessians;

    /** @param parts by part, by row of the objective */
    StackedFit(Objective objective, double[][] parts) {
        this.objective = objective;
        this.parts = parts;
        this.rows = parts[0].length;
        this.states = new double[rows];
        this.gradients = new double[rows];
        this.hessians = new double[rows];
    }

    /**
     * The intercept beside the start of the objective, then the weights.
     *
     * @param start weights to begin with, 0 or more
     */
    double[] weights(double[] start) {
        int[] all = IntStream.range(0, parts.length).toArray();
        double[] best = fit(all, start);
        if (notNegative(best)) {
            return best;
        }
        double least = Double.POSITIVE_INFINITY;
        for (int set = 0; set < (1 << parts.length) - 1; set++) {
            double[] found = fit(members(set), start);
            double loss = loss(found);
            if (notNegative(found) && loss < least) {
                least = loss;
                best = found;
            }
        }
        return best;
    }

    /**
     * What the weights would be where the parts scatter less: of the loss, to the second order around the given weights, half of the noise's form at the weights is taken off, which is what noise of these
     * covariances adds to it. The given weights where nothing would be left to fit.
     *
     * @param weights intercept and weights that {@link #weights} found
     * @param noise covariances, summed over rows by the Hessian of each
     */
    double[] withoutNoise(double[] weights, double[][] noise) {
        int size = parts.length + 1;
        double[][] hessian = new double[size][size];
        derivatives(weights, new double[size], hessian);
        RealMatrix curved = symmetric(hessian);
        double[] right = curved.operate(weights);
        for (int i = 1; i < size; i++) {
            for (int j = 1; j < size; j++) {
                curved.addToEntry(i, j, -noise[i - 1][j - 1]);
            }
        }
        double least = Double.POSITIVE_INFINITY;
        double[] best = weights;
        for (int set = 0; set < 1 << parts.length; set++) {
            int[] rows = IntStream.concat(
                            IntStream.of(0), Arrays.stream(members(set)).map(part -> part + 1))
                    .toArray();
            RealMatrix own = curved.getSubMatrix(rows, rows);
            double[] wanted = Arrays.stream(rows).mapToDouble(row -> right[row]).toArray();
            Optional<double[]> solved = solve(own, wanted);
            if (solved.isEmpty()) {
                return weights;
            }
            double[] found = new double[size];
            double loss = 0;
            for (int i = 0; i < rows.length; i++) {
                found[rows[i]] = solved.get()[i];
                loss -= solved.get()[i] * wanted[i] / 2;
            }
            if (notNegative(found) && loss < least) {
                least = loss;
                best = found;
            }
        }
        return best;
    }

    private int[] members(int set) {
        return IntStream.range(0, parts.length)
                .filter(part -> (set >> part & 1) > 0)
                .toArray();
    }

    private static boolean notNegative(double[] weights) {
        return Arrays.stream(weights).skip(1).allMatch(weight -> weight >= 0);
    }

    /** The minimum with a weight for some parts and none for the others. */
    private double[] fit(int[] members, double[] start) {
        double[] best = new double[parts.length + 1];
        Arrays.stream(members).forEach(part -> best[part + 1] = start[part]);
        double least = loss(best);
        for (int count = 0; count < MOST_STEPS; count++) {
            double[] step = step(members, best);
            double share = 1;
            double[] tried = moved(best, step, share);
            double loss = loss(tried);
            for (int halving = 0; loss > least && halving < MOST_HALVINGS; halving++) {
                share /= 2;
                tried = moved(best, step, share);
                loss = loss(tried);
            }
            if (!(least - loss > LEAST_FALL * least)) {
                return best;
            }
            System.arraycopy(tried, 0, best, 0, best.length);
            least = loss;
        }
        return best;
    }

    private static double[] moved(double[] weights, double[] step, double share) {
        double[] moved = weights.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += share * step[i];
        }
        return moved;
    }

    /** Newton's step of the intercept and the members' weights. */
    private double[] step(int[] members, double[] weights) {
        int size = parts.length + 1;
        double[] gradient = new double[size];
        double[][] hessian = new double[size][size];
        derivatives(weights, gradient, hessian);
        int[] rows = IntStream.concat(IntStream.of(0), Arrays.stream(members).map(part -> part + 1))
                .toArray();
        RealMatrix own = symmetric(hessian).getSubMatrix(rows, rows);
        double[] wanted = Arrays.stream(rows).mapToDouble(row -> gradient[row]).toArray();
        double[] step = new double[size];
        solve(own, wanted).ifPresent(solved -> {
            for (int i = 0; i < rows.length; i++) {
                step[rows[i]] = solved[i];
            }
        });
        return step;
    }

    /** Adds the negative gradient and the lower half of the Hessian at some weights. */
    private void derivatives(double[] weights, double[] gradient, double[][] hessian) {
        toStates(weights);
        objective.derivatives(states, gradients, hessians);
        double[] values = new double[gradient.length];
        values[0] = 1;
        for (int row = 0; row < rows; row++) {
            for (int i = 1; i < values.length; i++) {
                values[i] = parts[i - 1][row];
            }
            for (int i = 0; i < values.length; i++) {
                gradient[i] += gradients[row] * values[i];
                for (int j = 0; j <= i; j++) {
                    hessian[i][j] += hessians[row] * values[i] * values[j];
                }
            }
        }
    }

    private static RealMatrix symmetric(double[][] lower) {
        RealMatrix matrix = new Array2DRowRealMatrix(lower.length, lower.length);
        for (int i = 0; i < lower.length; i++) {
            for (int j = 0; j <= i; j++) {
                matrix.setEntry(i, j, lower[i][j]);
                matrix.setEntry(j, i, lower[i][j]);
            }
            matrix.addToEntry(i, i, RIDGE * Math.max(lower[0][0], lower[i][i]));
        }
        return matrix;
    }

    /** Nothing where the matrix is not that of a minimum. */
    private static Optional<double[]> solve(RealMatrix matrix, double[] right) {
        try {
            return Optional.of(new CholeskyDecomposition(matrix, RIDGE, 0)
                    .getSolver()
                    .solve(new ArrayRealVector(right))
                    .toArray());
        } catch (NonPositiveDefiniteMatrixException noMinimum) {
            return Optional.empty();
        }
    }

    private double loss(double[] weights) {
        toStates(weights);
        return objective.loss(states, 0, rows);
    }

    private void toStates(double[] weights) {
        double start = objective.start() + weights[0];
        for (int row = 0; row < rows; row++) {
            double score = start;
            for (int part = 0; part < parts.length; part++) {
                score += weights[part + 1] * parts[part][row];
            }
            states[row] = objective.state(score);
        }
    }
}
