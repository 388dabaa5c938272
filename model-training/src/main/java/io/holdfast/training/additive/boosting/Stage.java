package io.holdfast.training.additive.boosting;

import io.holdfast.training.additive.binning.BinnedColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What boosting made of some tables.
 *
 * @param shapes of the tables
 * @param tables per bag, per shape, one value a cell (log-odds, or units of the target)
 * @param rounds after which the out-of-bag loss was least; 0 when nothing was learned
 * @param z mean fall of the out-of-bag loss over its standard error, paired by row
 */
public record Stage(List<Shape> shapes, List<List<double[]>> tables, int rounds, double z) {
    /** Keeps copies of the lists. */
    public Stage {
        shapes = List.copyOf(shapes);
        tables = List.copyOf(tables);
    }

    /**
     * The same with every table multiplied.
     *
     * @param factors one per shape
     */
    public Stage times(double[] factors) {
        List<List<double[]>> multiplied = new ArrayList<>();
        for (List<double[]> bag : tables) {
            List<double[]> own = new ArrayList<>();
            for (int shape = 0; shape < bag.size(); shape++) {
                double factor = factors[shape];
                own.add(Arrays.stream(bag.get(shape))
                        .map(value -> factor * value)
                        .toArray());
            }
            multiplied.add(own);
        }
        return new Stage(shapes, multiplied, rounds, z);
    }

    /**
     * Writes the states of a bag's own rows as they were without the bag's table of a shape.
     *
     * @param states one a row of all bags; those of the bag's own rows are written
     */
    public void without(int shape, Bagged bagged, int bag, double[] states) {
        int from = bagged.bags().from(bag);
        int count = bagged.bags().to(bag) - from;
        double[] factors = Arrays.stream(tables.get(bag).get(shape))
                .map(value -> bagged.objective().factor(-value))
                .toArray();
        int[] cells = new int[count];
        shapes.get(shape).read(bag, from, count, cells);
        System.arraycopy(bagged.states(bag), from, states, from, count);
        bagged.objective().apply(states, from, count, cells, factors);
    }

    /** The mean of all bags' tables of a shape. */
    public double[] mean(int shape) {
        double[] mean = new double[shapes.get(shape).cells()];
        for (List<double[]> bag : tables) {
            for (int cell = 0; cell < mean.length; cell++) {
                mean[cell] += bag.get(shape)[cell] / tables.size();
            }
        }
        return mean;
    }

    /** The mean of all bags' values of a table over one column, by bin of its coding. */
    public double[] mainByBin(int shape) {
        double[] mean =
                new double[shapes.get(shape).axes().get(0).column().coding().bins()];
        for (int bag = 0; bag < tables.size(); bag++) {
            double[] values = mainByBin(bag, shape);
            for (int bin = 0; bin < mean.length; bin++) {
                mean[bin] += values[bin] / tables.size();
            }
        }
        return mean;
    }

    /** One bag's values of a table over one column, by bin of its coding. */
    public double[] mainByBin(int bag, int shape) {
        BinnedColumn column = shapes.get(shape).axes().get(0).column();
        double[] cells = tables.get(bag).get(shape);
        return IntStream.range(0, column.coding().bins())
                .mapToDouble(bin -> cells[column.cellOfBin(bag, bin)])
                .toArray();
    }
}
