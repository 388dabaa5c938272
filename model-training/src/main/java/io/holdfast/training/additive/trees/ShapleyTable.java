package io.holdfast.training.additive.trees;

import io.holdfast.scoring.model.TreeSide;
import java.util.List;

/**
 * Exact Shapley values of every cell of a table under independent columns (Shapley 1953): the table is averaged over every
 * subset of its sides, and a side's value is the weighted mean, over all coalitions of the others, of what knowing it adds.
 */
final class ShapleyTable {
    private final List<TreeSide> sides;
    private final int[] strides;
    /** By subset of the sides that are averaged out. */
    private final double[][] means;

    /** @param values row-major, the last side varying fastest */
    ShapleyTable(List<TreeSide> sides, double[] values) {
        this.sides = List.copyOf(sides);
        this.strides = new int[sides.size()];
        int stride = 1;
        for (int s = strides.length - 1; s >= 0; s--) {
            strides[s] = stride;
            stride *= sides.get(s).size();
        }
        this.means = new double[1 << strides.length][];
        means[0] = values.clone();
        for (int out = 1; out < means.length; out++) {
            int side = Integer.numberOfTrailingZeros(out);
            means[out] = mean(means[out & out - 1], side);
        }
    }

    private double[] mean(double[] values, int s) {
        TreeSide side = sides.get(s);
        double[] mean = new double[values.length];
        for (int cell = 0; cell < values.length; cell++) {
            int place = cell / strides[s] % side.size();
            if (place == 0) {
                double sum = 0;
                for (int other = 0; other < side.size(); other++) {
                    sum += side.share(other) * values[cell + other * strides[s]];
                }
                for (int other = 0; other < side.size(); other++) {
                    mean[cell + other * strides[s]] = sum;
                }
            }
        }
        return mean;
    }

    /** The mean of the table. */
    double mean() {
        return means[means.length - 1][0];
    }

    /** Per cell, one value a side. */
    double[] contributions() {
        int count = strides.length;
        double[] contributions = new double[means[0].length * count];
        for (int out = 0; out < means.length; out++) {
            for (int s = 0; s < count; s++) {
                if ((out >> s & 1) == 0) {
                    continue;
                }
                int others = count - Integer.bitCount(out);
                double weight = factorial(others) * factorial(count - others - 1) / factorial(count);
                double[] with = means[out ^ 1 << s];
                double[] without = means[out];
                for (int cell = 0; cell < with.length; cell++) {
                    contributions[cell * count + s] += weight * (with[cell] - without[cell]);
                }
            }
        }
        return contributions;
    }

    private static double factorial(int n) {
        double product = 1;
        for (int i = 2; i <= n; i++) {
            product *= i;
        }
        return product;
    }
}
