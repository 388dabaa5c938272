package io.holdfast.scoring.model;

import java.util.Arrays;
import java.util.List;

/**
 * Exact Shapley values of every leaf of an oblivious tree under independent columns (Shapley 1953): the leaves are averaged over every
 * subset of the inputs, and an input's value is the weighted mean, over all coalitions of the others, of what knowing it adds.
 */
final class TreeShapley {
    private final List<TreeSide> sides;
    /** By subset of the sides that are averaged out, by leaf. */
    private final double[][] means;

    TreeShapley(List<TreeSide> sides, double[] values) {
        this.sides = sides;
        this.means = new double[1 << sides.size()][];
        means[0] = values;
        for (int out = 1; out < means.length; out++) {
            means[out] = mean(means[out & out - 1], sides.get(Integer.numberOfTrailingZeros(out)));
        }
    }

    private static double[] mean(double[] values, TreeSide side) {
        double[] mean = new double[values.length];
        for (int leaf = 0; leaf < values.length; leaf++) {
            int others = leaf & ~side.mask();
            if (leaf != others) {
                mean[leaf] = mean[others];
                continue;
            }
            for (int a = 0; a < side.answers().length; a++) {
                mean[leaf] += side.shares()[a] * values[others | side.answers()[a]];
            }
        }
        return mean;
    }

    /** The mean over independent draws of all inputs. */
    double mean() {
        return means[means.length - 1][0];
    }

    /** What a leaf says on average where of all inputs that of one side alone is known, less the mean. */
    double alone(int side, int leaf) {
        return means[means.length - 1 ^ 1 << side][leaf] - mean();
    }

    /** Takes the mean, and what sides say alone, off the values of all leaves that training could see; the others become 0. */
    void keepInteractions(double[] values) {
        for (int leaf = 0; leaf < values.length; leaf++) {
            double less = mean();
            boolean possible = true;
            for (int s = 0; s < sides.size(); s++) {
                less += alone(s, leaf);
                possible &= Arrays.binarySearch(
                                sides.get(s).answers(), leaf & sides.get(s).mask())
                        >= 0;
            }
            values[leaf] = possible ? values[leaf] - less : 0;
        }
    }

    /** Writes the contributions from a position on: leaf by leaf, one number a side. */
    void write(double[] into, int at) {
        int count = sides.size();
        for (int out = 0; out < means.length; out++) {
            for (int s = 0; s < count; s++) {
                if ((out >> s & 1) == 0) {
                    continue;
                }
                int others = count - Integer.bitCount(out);
                double weight = factorial(others) * factorial(count - others - 1) / factorial(count);
                double[] with = means[out ^ 1 << s];
                double[] without = means[out];
                for (int leaf = 0; leaf < with.length; leaf++) {
                    into[at + leaf * count + s] += weight * (with[leaf] - without[leaf]);
                }
            }
        }
    }

    private static double factorial(int n) {
        double product = 1;
        for (int i = 2; i <= n; i++) {
            product *= i;
        }
        return product;
    }
}
