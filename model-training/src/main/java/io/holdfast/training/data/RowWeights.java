package io.holdfast.training.data;

import java.util.Arrays;

/**
 * How much each row of some counts beside the others. Only the ratios matter: whoever needs a scale takes weights of mean 1. Weights that
 * are all equal are the same as none. Immutable.
 */
public final class RowWeights {
    /** Every row counts the same. */
    public static final RowWeights EVEN = new RowWeights(new double[0]);

    private final double[] weights;

    private RowWeights(double[] weights) {
        this.weights = weights;
    }

    /**
     * Weights by row.
     *
     * @throws IllegalArgumentException unless all are finite and above 0
     */
    public static RowWeights of(double[] weights) {
        boolean equal = true;
        for (double weight : weights) {
            if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weights: " + weight + " (expected: finite, above 0)");
            }
            equal &= weight == weights[0];
        }
        return equal ? EVEN : new RowWeights(weights.clone());
    }

    /** Whether every row counts the same. */
    public boolean even() {
        return weights.length == 0;
    }

    /** The weight of a row, in the unit of whoever gave it; 1 where all count the same. */
    public double of(int row) {
        return even() ? 1 : weights[row];
    }

    /** The weights of some rows, in their order. */
    public RowWeights only(int[] rows) {
        return even()
                ? EVEN
                : of(Arrays.stream(rows).mapToDouble(row -> weights[row]).toArray());
    }

    /** The sum over some rows; their number where all count the same. */
    public double sum(int[] rows) {
        double sum = 0;
        for (int row : rows) {
            sum += of(row);
        }
        return sum;
    }

    /**
     * How many rows of equal weight would tell a mean as exactly: the square of the sum over the sum of the squares (Kish 1965, "Survey
     * Sampling", section 11.7). From 1 to the number of rows; 0 of no row.
     */
    public double effective(int[] rows) {
        double sum = 0;
        double squares = 0;
        for (int row : rows) {
            sum += of(row);
            squares += of(row) * of(row);
        }
        return rows.length == 0 ? 0 : sum * sum / squares;
    }

    /** The weights of some rows over their mean, in their order; exactly 1 each where all are equal. */
    public double[] meanOne(int[] rows) {
        double[] scaled = new double[rows.length];
        RowWeights own = only(rows);
        if (own.even()) {
            Arrays.fill(scaled, 1);
            return scaled;
        }
        double mean = sum(rows) / rows.length;
        Arrays.setAll(scaled, i -> weights[rows[i]] / mean);
        return scaled;
    }
}
