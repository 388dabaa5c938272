package io.holdfast.training.additive.binning;

import io.holdfast.scoring.model.CategoryCoding;
import io.holdfast.scoring.model.Coding;
import io.holdfast.scoring.model.NumberCoding;
import io.holdfast.training.additive.bagging.Bags;
import io.holdfast.training.additive.parallel.Workers;
import io.holdfast.training.data.FeatureColumn;
import io.holdfast.training.data.LevelColumn;
import io.holdfast.training.data.NumberColumn;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The learning rows as bins, column by column, in the order of the bags. */
public final class BinnedTable {
    private final List<FeatureColumn> features;
    private final Bags bags;
    private final double[] targets;
    private final double[] weights;
    private final BinningSettings settings;
    private final Workers workers;

    /**
     * A table of the rows of the bags alone.
     *
     * @param targets one a row, in the order of the bags; only categories of many levels look at them
     * @param weights one a row, in the order of the bags, above 0, of mean 1
     */
    public BinnedTable(
            List<FeatureColumn> features,
            Bags bags,
            double[] targets,
            double[] weights,
            BinningSettings settings,
            Workers workers) {
        this.features = features;
        this.bags = bags;
        this.targets = targets;
        this.weights = weights;
        this.settings = settings;
        this.workers = workers;
    }

    /** One column per feature, in order. */
    public List<BinnedColumn> columns() {
        BinnedColumn[] columns = new BinnedColumn[features.size()];
        workers.forEach(columns.length, input -> columns[input] = column(input));
        return List.of(columns);
    }

    /**
     * The same columns with the levels of every category that {@link BinningSettings#rowsOfSureLevel} leaves open ordered by what other rows say of them.
     *
     * @param plain the columns of this table
     * @param kept columns that stay as they are, by input
     * @return one column per feature, in order; the very same ones where nothing is open
     */
    public List<BinnedColumn> ordered(List<BinnedColumn> plain, Set<Integer> kept) {
        boolean few = bags.rows() <= settings.rowsLearnedTwice();
        BinnedColumn[] columns = plain.toArray(BinnedColumn[]::new);
        workers.forEach(columns.length, input -> {
            if (few && !kept.contains(input) && columns[input].isOpen(settings)) {
                columns[input] = columns[input].ordered(bags, targets, weights);
            }
        });
        return List.of(columns);
    }

    private BinnedColumn column(int input) {
        FeatureColumn feature = features.get(input);
        return feature instanceof NumberColumn numbers ? number(input, numbers) : levels(input, (LevelColumn) feature);
    }

    private BinnedColumn number(int input, NumberColumn column) {
        double[] values = new double[bags.rows()];
        Arrays.setAll(values, position -> column.value(bags.row(position)));
        NumberCoding coding = NumberBins.of(values, settings.bins() - Coding.FIRST);
        int[] bins = new int[values.length];
        Arrays.setAll(bins, position -> coding.bin(values[position]));
        return new BinnedColumn(
                input,
                column.name(),
                coding,
                column.column().monotone(),
                new Cells.Shared(bytes(bins), coding.bins()),
                shares(bins, coding));
    }

    private BinnedColumn levels(int input, LevelColumn column) {
        CategoryCoding coding = LevelBins.of(column, bags.order(), settings.leastLevelRows());
        int[] binOfCode = LevelBins.ofCodes(column, coding);
        int[] bins = new int[bags.rows()];
        Arrays.setAll(bins, position -> {
            int row = bags.row(position);
            return column.missing(row) ? Coding.MISSING : binOfCode[column.code(row)];
        });
        Cells cells = manyLevels(coding, bins)
                ? new LevelOrder(bins, coding.bins(), bags, targets, weights).cells()
                : new Cells.Shared(bytes(bins), coding.bins());
        return new BinnedColumn(input, column.name(), coding, column.column().monotone(), cells, shares(bins, coding));
    }

    /** Whether levels are too many for a cell each, or have too few rows to be told apart one by one. */
    private boolean manyLevels(CategoryCoding coding, int[] bins) {
        int levels = coding.levels().size();
        long known = Arrays.stream(bins).filter(bin -> bin >= Coding.FIRST).count();
        return coding.bins() > settings.bins()
                || (levels > settings.plainLevels() && known < (long) settings.rowsOfPlainLevel() * levels);
    }

    private static byte[] bytes(int[] bins) {
        byte[] bytes = new byte[bins.length];
        for (int i = 0; i < bins.length; i++) {
            bytes[i] = (byte) bins[i];
        }
        return bytes;
    }

    private double[] shares(int[] bins, Coding coding) {
        double[] shares = new double[coding.bins()];
        double total = 0;
        for (int position = 0; position < bins.length; position++) {
            shares[bins[position]] += weights[position];
            total += weights[position];
        }
        for (int bin = 0; bin < shares.length; bin++) {
            shares[bin] /= total;
        }
        return shares;
    }
}
