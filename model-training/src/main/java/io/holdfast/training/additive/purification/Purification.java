package io.holdfast.training.additive.purification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Purifies tables under independent columns, each distributed as in training (Lengerich et al. 2020, "Purifying interaction
 * effects with the functional ANOVA", section 4, with the product of the marginals as density). The mean of a table along each side
 * moves to the table of the remaining inputs, that of a single input's table into the intercept, so that no row's sum
 * changes.
 */
public final class Purification {
    private static final int MOST_INPUTS = 3;

    private final List<double[]> shares;
    private final double[][] mains;
    private final Map<List<InputAxis>, double[]> tables = new LinkedHashMap<>();
    private double intercept;

    /** @param shares per input, the share of the training rows' weight in each bin of its coding, summing to 1 */
    public Purification(List<double[]> shares) {
        this.shares = List.copyOf(shares);
        this.mains = shares.stream().map(bins -> new double[bins.length]).toArray(double[][]::new);
    }

    /** Adds values to the table of one input, by bin. */
    public void addMain(int input, double[] values) {
        for (int bin = 0; bin < values.length; bin++) {
            mains[input][bin] += values[bin];
        }
    }

    /** Adds a table over two or three inputs. */
    public void add(InputTable table) {
        double[] sum = tables.computeIfAbsent(table.axes(), axes -> new double[table.values().length]);
        double[] values = table.values();
        for (int cell = 0; cell < sum.length; cell++) {
            sum[cell] += values[cell];
        }
    }

    /** Purifies all that was added. */
    public void purify() {
        for (int inputs = MOST_INPUTS; inputs > 1; inputs--) {
            for (List<InputAxis> axes : new ArrayList<>(tables.keySet())) {
                if (axes.size() == inputs) {
                    double[] values = tables.getOrDefault(axes, new double[0]);
                    for (int axis = 0; axis < inputs; axis++) {
                        moveMean(axes, values, axis);
                    }
                }
            }
        }
        for (int input = 0; input < mains.length; input++) {
            centre(input);
        }
    }

    private void moveMean(List<InputAxis> axes, double[] values, int axis) {
        InputAxis side = axes.get(axis);
        double[] weights = side.shares(shares.get(side.input()));
        int stride = new InputTable(axes, new double[0]).stride(axis);
        double[] mean = new double[values.length / side.size()];
        for (int cell = 0; cell < values.length; cell++) {
            mean[rest(cell, stride, side.size())] += weights[cell / stride % side.size()] * values[cell];
        }
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] -= mean[rest(cell, stride, side.size())];
        }
        List<InputAxis> others = new ArrayList<>(axes);
        others.remove(axis);
        if (others.size() > 1) {
            add(new InputTable(others, mean));
        } else {
            InputAxis other = others.get(0);
            for (int bin = 0; bin < other.bins(); bin++) {
                mains[other.input()][bin] += mean[other.place(bin)];
            }
        }
    }

    /** The cell without one of its coordinates. */
    private static int rest(int cell, int stride, int size) {
        return cell / (stride * size) * stride + cell % stride;
    }

    private void centre(int input) {
        double mean = 0;
        double[] weights = shares.get(input);
        for (int bin = 0; bin < weights.length; bin++) {
            mean += weights[bin] * mains[input][bin];
        }
        for (int bin = 0; bin < weights.length; bin++) {
            mains[input][bin] -= mean;
        }
        intercept += mean;
    }

    /** What was moved out of all tables. */
    public double intercept() {
        return intercept;
    }

    /** The table of one input, by bin. */
    public double[] main(int input) {
        return mains[input].clone();
    }

    /** The tables over two or three inputs, in the order in which they came up, the margins of others after those. */
    public List<InputTable> tables() {
        return tables.entrySet().stream()
                .map(entry -> new InputTable(entry.getKey(), entry.getValue()))
                .toList();
    }
}
