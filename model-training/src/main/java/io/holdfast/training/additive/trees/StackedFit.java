package io.holdfast.training.additive.trees;

import io.holdfast.training.additive.boosting.Objective;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The intercept and the weights of 0 or more that minimise the loss of a sum of few parts. The loss is convex, so of the sets of parts that may have
 * a weight, the one that fits best without a negative one holds the minimum; there are so few that each is tried, by Newton's steps.
 */
final class StackedFit {
    private static final int MOST_STEPS = 40;
    private static final int MOST_HALVINGS = 20;
    private static final double SMALL_STEP = 1e-10;

    /** Pulls to where the search began, for parts that say the same or nothing: a billionth of what the rows say. */
    private static final double RIDGE = 1e-9;

    private final Objective objective;
    private final double[][] parts;
    private final int rows;
    private final double[] states;
    private final double[] gradients;
    private final double[] hessians;

    private StackedFit(Objective objective, double[][] parts) {
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
     * @param parts by part, by row of the objective
     * @param start weights to begin with, 0 or more
     */
    static double[] of(Objective objective, double[][] parts, double[] start) {
        StackedFit fit = new StackedFit(objective, parts);
        int[] all = IntStream.range(0, parts.length).toArray();
        double[] best = fit.fit(all, start);
        if (free(best)) {
            return best;
        }
        double least = Double.POSITIVE_INFINITY;
        for (int set = 0; set < (1 << parts.length) - 1; set++) {
            int members = set;
            double[] found = fit.fit(
                    Arrays.stream(all).filter(part -> (members >> part & 1) > 0).toArray(), start);
            double loss = fit.loss(found);
            if (free(found) && loss < least) {
                least = loss;
                best = found;
            }
        }
        return best;
    }

    private static boolean free(double[] weights) {
        return Arrays.stream(weights).skip(1).allMatch(weight -> weight >= 0);
    }

    /** The minimum with a weight for some parts and none for the others. */
    private double[] fit(int[] members, double[] start) {
        double[] weights = new double[parts.length + 1];
        Arrays.stream(members).forEach(part -> weights[part + 1] = start[part]);
        double[] best = weights;
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
            if (!(loss < least)) {
                return best;
            }
            best = tried;
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
    private double[] step(int[] members, double[] weights) {
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
        RealMatrix matrix = new Array2DRowRealMatrix(size, size);
        double ridge = RIDGE * hessian[0][0];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                matrix.setEntry(i, j, hessian[i][j]);
                matrix.setEntry(j, i, hessian[i][j]);
            }
            matrix.addToEntry(i, i, Math.max(ridge, RIDGE * hessian[i][i]));
        }
        double[] solved = new CholeskyDecomposition(matrix, RIDGE, 0)
                .getSolver()
                .solve(new ArrayRealVector(gradient))
                .toArray();
        double[] step = new double[weights.length];
        step[0] = solved[0];
        for (int i = 1; i < size; i++) {
            step[members[i - 1] + 1] = solved[i];
        }
        return step;
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
