package io.holdfast.training.additive.binning;

import io.holdfast.scoring.model.Coding;
import io.holdfast.scoring.model.NumberCoding;
import io.holdfast.training.additive.bagging.Bags;

/**
 * Orders the levels of a category that has too many for a cell each. A bag orders them by their smoothed mean target, and
 * sees its rows with that mean taken over other bags' rows only, so that no row's own label moves it (cross-fitted target
 * encoding; Micci-Barreca 2001, "A preprocessing scheme for high-cardinality categorical attributes", is the smoothing).
 * Neighbours in that order share a cell.
 */
final class LevelOrder {
    /** Rows of the mean of all that are added to every level. */
    private static final double SMOOTHING = 20;

    private static final int OWN_CELLS = 32;

    private final int[] bins;
    private final int count;
    private final Bags bags;
    private final double[] targets;
    private final double[] weights;
    private final double[][] sums;
    private final double[][] rows;
    private final double mean;

    /**
     * @param bins of the rows, in the order of the bags
     * @param count how many bins there are
     * @param targets of the rows
     * @param weights of the rows, of mean 1
     */
    LevelOrder(int[] bins, int count, Bags bags, double[] targets, double[] weights) {
        this.bins = bins;
        this.count = count;
        this.bags = bags;
        this.targets = targets;
        this.weights = weights;
        this.sums = new double[bags.count() + 1][count];
        this.rows = new double[bags.count() + 1][count];
        double sum = 0;
        double all = 0;
        for (int bag = 0; bag < bags.count(); bag++) {
            for (int row = bags.from(bag); row < bags.to(bag); row++) {
                add(bag, row);
                add(bags.count(), row);
                sum += weights[row] * targets[row];
                all += weights[row];
            }
        }
        this.mean = sum / all;
    }

    private void add(int part, int row) {
        sums[part][bins[row]] += weights[row] * targets[row];
        rows[part][bins[row]] += weights[row];
    }

    Cells cells() {
        byte[][] cells = new byte[bags.count()][bins.length];
        int[][] cellsOfBins = new int[bags.count()][count];
        int size = Coding.FIRST;
        for (int bag = 0; bag < bags.count(); bag++) {
            NumberCoding places = places(bag);
            size = Math.max(size, places.bins());
            for (int of = 0; of < bags.count(); of++) {
                int[] cellOfBin = cells(bag, of, places);
                for (int row = bags.from(of); row < bags.to(of); row++) {
                    cells[bag][row] = (byte) cellOfBin[bins[row]];
                }
            }
            cellsOfBins[bag] = cells(bag, bag, places);
        }
        return new Cells.PerBag(cells, cellsOfBins, size);
    }

    /** The cells of equal mass over the rows that a bag learns from. */
    private NumberCoding places(int bag) {
        double[] values = new double[bins.length];
        for (int of = 0; of < bags.count(); of++) {
            for (int row = bags.from(of); row < bags.to(of); row++) {
                values[row] = of == bag || bins[row] < Coding.FIRST ? Double.NaN : value(bag, of, bins[row]);
            }
        }
        return NumberBins.of(values, OWN_CELLS);
    }

    private int[] cells(int bag, int of, NumberCoding places) {
        int[] cells = new int[count];
        for (int bin = 0; bin < count; bin++) {
            cells[bin] = bin < Coding.FIRST ? bin : places.bin(value(bag, of, bin));
        }
        return cells;
    }

    /** The smoothed mean of a level over the rows of all bags but two. */
    private double value(int bag, int of, int bin) {
        double sum = sums[bags.count()][bin] - sums[bag][bin] - (of == bag ? 0 : sums[of][bin]);
        double held = rows[bags.count()][bin] - rows[bag][bin] - (of == bag ? 0 : rows[of][bin]);
        return (sum + SMOOTHING * mean) / (held + SMOOTHING);
    }
}
