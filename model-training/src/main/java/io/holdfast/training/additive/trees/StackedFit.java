package io.holdfast.training.additive.trees;

import io.holdfast.training.additive.boosting.Objective;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The intercept and the weights of 0 or more that minimise the loss of a sum of few parts, which may scatter more where they are fitted than where they are used. The loss is convex, so of the sets of
 * parts that may have a weight, the one that fits best without a negative one holds the minimum; there are so few that each is tried, by Newton's steps.
 */
final class StackedFit {
    private static final int MOST_STEPS = 40;
    private static final int MOST_HALVINGS = 20;
    private static final double SMALL_STEP = 1e-10;

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
     * @param noise covariances of what the parts scatter more here than where they are used, summed over rows by the Hessian of each; half of its form at the weights is what it adds to the loss
     *     (to the second order), and is taken off
     */
    double[] weights(double[] start, double[][] noise) {
        int[] all = IntStream.range(0, parts.length).toArray();
        double[] best = fit(all, start, noise);
        if (notNegative(best)) {
            return best;
        }
        double least = Double.POSITIVE_INFINITY;
        for (int set = 0; set < (1 << parts.length) - 1; set++) {
            int members = set;
            double[] found = fit(
                    Arrays.stream(all).filter(part -> (members >> part & 1) > 0).toArray(), start, noise);
            double loss = loss(found, noise);
            if (notNegative(found) && loss < least) {
                least = loss;
                best = found;
            }
        }
        return best;
    }

    private static boolean notNegative(double[] weights) {
        return Arrays.stream(weights).skip(1).allMatch(weight -> weight >= 0);
    }

    /** The minimum with a weight for some parts and none for the others; where the noise hides it, where the search began. */
    private double[] fit(int[] members, double[] start, double[][] noise) {
        double[] best = new double[parts.length + 1];
        Arrays.stream(members).forEach(part -> best[part + 1] = start[part]);
        double least = loss(best, noise);
        for (int count = 0; count < MOST_STEPS; count++) {
            double[] step = step(members, best, noise);
            double share = 1;
            double[] tried = moved(best, step, share);
            double loss = loss(tried, noise);
            for (int halving = 0; loss > least && halving < MOST_HALVINGS; halving++) {
                share /= 2;
                tried = moved(best, step, share);
                loss = loss(tried, noise);
            }
            if (!(loss < least)) {
                return best;
            }
            System.arraycopy(tried, 0, best, 0, best.length);
            least = loss;
            if (Arrays.stream(step).allMatch(value -> Math.abs(value) < SMALL_STEP)) {
                return best;
            }
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
    private double[] step(int[] members, double[] weights, double[][] noise) {
        toStates(weights);
        objective.derivatives(states, gradients, hessians);
        int size = members.length + 1;
        double[] gradient = new double[size];
        double[][] hessian = new double[size][size];
        double[] values = new double[size];
        values[0] = 1;
        for (int row = 0; row < rows; row++) {
            for (int i = 1; i < size; i++) {
                values[i] = parts[members[i - 1]][row];
            }
            for (int i = 0; i < size; i++) {
                gradient[i] += gradients[row] * values[i];
                for (int j = 0; j <= i; j++) {
                    hessian[i][j] += hessians[row] * values[i] * values[j];
                }
            }
        }
        double ridge = RIDGE * hessian[0][0];
        for (int i = 0; i < size; i++) {
            hessian[i][i] += Math.max(ridge, RIDGE * hessian[i][i]);
            for (int j = 1; i > 0 && j < size; j++) {
                double scatter = noise[members[i - 1]][members[j - 1]];
                gradient[i] += scatter * weights[members[j - 1] + 1];
                hessian[i][j] -= j <= i ? scatter : 0;
            }
        }
        double[] solved = solve(hessian, gradient);
        double[] step = new double[weights.length];
        step[0] = solved[0];
        for (int i = 1; i < size; i++) {
            step[members[i - 1] + 1] = solved[i];
        }
        return step;
    }

    /** No step where the matrix has no minimum. */
    private static double[] solve(double[][] lower, double[] right) {
        RealMatrix matrix = new Array2DRowRealMatrix(lower.length, lower.length);
        for (int i = 0; i < lower.length; i++) {
            for (int j = 0; j <= i; j++) {
                matrix.setEntry(i, j, lower[i][j]);
                matrix.setEntry(j, i, lower[i][j]);
            }
        }
        try {
            return new CholeskyDecomposition(matrix, RIDGE, 0)
                    .getSolver()
                    .solve(new ArrayRealVector(right))
                    .toArray();
        } catch (NonPositiveDefiniteMatrixException noMinimum) {
            return new double[right.length];
        }
    }

    private double loss(double[] weights, double[][] noise) {
        toStates(weights);
        double scatter = 0;
        for (int i = 0; i < parts.length; i++) {
            for (int j = 0; j < parts.length; j++) {
                scatter += weights[i + 1] * noise[i][j] * weights[j + 1];
            }
        }
        return objective.loss(states, 0, rows) - scatter / 2;
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
