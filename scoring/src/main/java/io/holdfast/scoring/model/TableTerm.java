package io.holdfast.scoring.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table over one to three inputs. What stands in the cell is shared equally among the inputs, which is the Shapley
 * value under independent columns once the table is purified, that is, averages to zero along each of its axes (Lengerich
 * et al. 2020, "Purifying interaction effects with the functional ANOVA").
 */
public final class TableTerm implements Term {
    /** The most inputs a table may have. */
    public static final int MOST_INPUTS = 3;

    private final TableAxis[] axes;
    private final double[] values;
    /** What a single axis gives every bin of its input; a table over several has none. */
    private final double[] byBin;

    private final int first;

    /**
     * @param axes one to three, over different inputs
     * @param values log-odds per cell, row-major, the last axis varying fastest; as many as the axes span; finite
     */
    public TableTerm(List<TableAxis> axes, double[] values) {
        this.axes = axes.toArray(TableAxis[]::new);
        this.values = values.clone();
        if (axes.isEmpty()
                || axes.size() > MOST_INPUTS
                || inputs().stream().distinct().count() != axes.size()) {
            throw new IllegalArgumentException("table over inputs " + inputs() + " (expected: 1 to 3 different ones)");
        }
        double span = 1;
        for (TableAxis axis : axes) {
            span *= axis.size();
        }
        if (span != values.length) {
            throw new IllegalArgumentException("table over inputs " + inputs() + " has " + values.length
                    + " values (expected: " + (long) span + ")");
        }
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "table over inputs " + inputs() + " holds " + value + " (expected: finite numbers)");
            }
        }
        first = this.axes[0].input();
        byBin = this.axes.length == 1 ? byBin(this.axes[0], this.values) : new double[0];
    }

    private static double[] byBin(TableAxis axis, double[] values) {
        return IntStream.range(0, axis.bins())
                .mapToDouble(bin -> values[axis.cell(bin)])
                .toArray();
    }

    /** The sides in order. */
    public List<TableAxis> axes() {
        return List.of(axes);
    }

    /** A copy of the cells, row-major, the last axis varying fastest, log-odds. */
    public double[] values() {
        return values.clone();
    }

    @Override
    public List<Integer> inputs() {
        return Arrays.stream(axes).map(TableAxis::input).toList();
    }

    @Override
    public void addTo(double[] contributions, CodedRow row) {
        if (byBin.length > 0) {
            contributions[first] += byBin[row.bin(first)];
            return;
        }
        int cell = 0;
        for (TableAxis axis : axes) {
            cell = cell * axis.size() + axis.cell(row.bin(axis.input()));
        }
        double part = values[cell] / axes.length;
        for (TableAxis axis : axes) {
            contributions[axis.input()] += part;
        }
    }

    @Override
    public double reach(List<ModelInput> inputs) {
        return Arrays.stream(values).map(StrictMath::abs).max().orElse(0);
    }

    @Override
    public void requireFits(List<ModelInput> inputs) {
        for (TableAxis axis : axes) {
            if (axis.input() >= inputs.size()
                    || inputs.get(axis.input()).coding().bins() != axis.bins()) {
                throw new IllegalArgumentException("table axis over input " + axis.input() + " with " + axis.bins()
                        + " bins (expected: an existing input with as many bins)");
            }
        }
    }
}
