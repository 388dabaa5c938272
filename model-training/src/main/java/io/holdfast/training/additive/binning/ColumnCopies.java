package io.holdfast.training.additive.binning;

import io.holdfast.scoring.model.Coding;
import io.holdfast.scoring.model.NumberCoding;
import io.holdfast.training.additive.parallel.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds columns that say what an earlier one says: numbers whose bins correlate almost perfectly, rising or falling, and
 * categories whose bins stand for each other one to one. A copy would take half of the credit, and pairs that others need.
 */
public final class ColumnCopies {
    private static final int ORIGINAL = -1;

    /** Rows on which most pairs of numbers are told apart before all rows are looked at. */
    private static final int SKETCH_ROWS = 256;

    private static final double SKETCH_SLACK = 0.1;

    private final List<BinnedColumn> columns;
    private final double limit;
    private final float[][] sketches;

    private ColumnCopies(List<BinnedColumn> columns, double limit) {
        this.columns = columns;
        this.limit = limit;
        this.sketches = new float[columns.size()][];
    }

    /** Positions of copies, with the position of the column each repeats. */
    public static SortedMap<Integer, Integer> find(
            List<BinnedColumn> columns, BinningSettings settings, Workers workers) {
        return new ColumnCopies(columns, settings.copyCorrelation()).find(workers);
    }

    private SortedMap<Integer, Integer> find(Workers workers) {
        workers.forEach(columns.size(), column -> sketches[column] = sketch(columns.get(column)));
        int[] first = new int[columns.size()];
        workers.forEach(first.length, later -> first[later] = firstLike(later));
        SortedMap<Integer, Integer> copies = new TreeMap<>();
        for (int later = 0; later < first.length; later++) {
            if (first[later] != ORIGINAL) {
                copies.put(later, copies.getOrDefault(first[later], first[later]));
            }
        }
        return copies;
    }

    private int firstLike(int later) {
        if (limit >= 1 || !columns.get(later).varies() || columns.get(later).ownOrder()) {
            return ORIGINAL;
        }
        for (int earlier = 0; earlier < later; earlier++) {
            if (alike(earlier, later)) {
                return earlier;
            }
        }
        return ORIGINAL;
    }

    private boolean alike(int earlier, int later) {
        BinnedColumn one = columns.get(earlier);
        BinnedColumn other = columns.get(later);
        boolean numbers = one.coding() instanceof NumberCoding;
        if (numbers != other.coding() instanceof NumberCoding || one.ownOrder() || !one.varies()) {
            return false;
        }
        return numbers
                ? StrictMath.abs(product(sketches[earlier], sketches[later])) > limit - SKETCH_SLACK
                        && sameMissing(one, other)
                        && StrictMath.abs(correlation(one.cells(0), other.cells(0))) > limit
                : oneToOne(one, other);
    }

    /** The cells of evenly spread rows, standardised. */
    private static float[] sketch(BinnedColumn column) {
        byte[] cells = column.cells(0);
        int rows = Math.min(SKETCH_ROWS, cells.length);
        double[] values = new double[rows];
        Arrays.setAll(values, i -> cells[(int) ((long) i * cells.length / rows)] & 0xff);
        double mean = 0;
        for (double value : values) {
            mean += value / rows;
        }
        double square = 0;
        for (double value : values) {
            square += (value - mean) * (value - mean);
        }
        float[] sketch = new float[rows];
        double length = StrictMath.sqrt(square);
        for (int i = 0; i < rows && length > 0; i++) {
            sketch[i] = (float) ((values[i] - mean) / length);
        }
        return sketch;
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /** A number that is known where the other is not says something of its own. */
    private static boolean sameMissing(BinnedColumn one, BinnedColumn other) {
        byte[] a = one.cells(0);
        byte[] b = other.cells(0);
        for (int row = 0; row < a.length; row++) {
            if ((a[row] == Coding.MISSING) != (b[row] == Coding.MISSING)) {
                return false;
            }
        }
        return true;
    }

    /** Over the rows in which both are known. */
    private static double correlation(byte[] one, byte[] other) {
        double n = 0;
        double a = 0;
        double b = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int row = 0; row < one.length; row++) {
            if (one[row] == Coding.MISSING) {
                continue;
            }
            double x = one[row] & 0xff;
            double y = other[row] & 0xff;
            n++;
            a += x;
            b += y;
            aa += x * x;
            bb += y * y;
            ab += x * y;
        }
        double spread = (aa - a * a / n) * (bb - b * b / n);
        return spread > 0 ? (ab - a * b / n) / StrictMath.sqrt(spread) : 0;
    }

    private static boolean oneToOne(BinnedColumn one, BinnedColumn other) {
        int[] there = new int[one.size()];
        int[] back = new int[other.size()];
        byte[] a = one.cells(0);
        byte[] b = other.cells(0);
        for (int row = 0; row < a.length; row++) {
            int x = a[row] & 0xff;
            int y = b[row] & 0xff;
            if (there[x] == 0 && back[y] == 0) {
                there[x] = y + 1;
                back[y] = x + 1;
            } else if (there[x] != y + 1 || back[y] != x + 1) {
                return false;
            }
        }
        return true;
    }
}
