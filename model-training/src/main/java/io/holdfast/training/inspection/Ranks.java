package io.holdfast.training.inspection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** The values of a column by their place among the others. */
final class Ranks {
    /** The highest code, of a value above all others. */
    static final int HIGHEST = Character.MAX_VALUE;

    private final double[] distinct;
    private final int[] codes;

    private Ranks(double[] distinct, int[] codes) {
        this.distinct = distinct;
        this.codes = codes;
    }

    static Ranks of(double[] values) {
        double[] sorted = present(values);
        Arrays.sort(sorted);
        return ofSorted(sorted, i -> 1);
    }

    /**
     * The ranks of rows of few different values.
     *
     * @param values in any order, NaN where missing
     * @param counts how many rows have each
     */
    static Ranks of(double[] values, int[] counts) {
        int[] order = IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i] + 0.0))
                .mapToInt(Integer::intValue)
                .toArray();
        return ofSorted(Arrays.stream(order).mapToDouble(i -> values[i] + 0.0).toArray(), i -> counts[order[i]]);
    }

    private static Ranks ofSorted(double[] sorted, IntUnaryOperator counts) {
        long rows = 0;
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            rows += counts.applyAsInt(i);
            count += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        }
        double[] distinct = new double[count];
        int[] codes = new int[count];
        int next = 0;
        long below = 0;
        for (int start = 0; start < sorted.length; ) {
            int end = start;
            long through = below;
            while (end < sorted.length && sorted[end] == sorted[start]) {
                through += counts.applyAsInt(end++);
            }
            double middle = (below + through) / (2.0 * rows);
            distinct[next] = sorted[start];
            codes[next++] = (int) (1 + Math.round(middle * (HIGHEST - 1)));
            start = end;
            below = through;
        }
        return new Ranks(distinct, codes);
    }

    private static double[] present(double[] values) {
        double[] present = new double[values.length];
        int count = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                // Adding 0 makes -0.0 the 0.0 it is equal to, which sorting and searching would tell apart.
                present[count++] = value + 0.0;
            }
        }
        return count == values.length ? present : Arrays.copyOf(present, count);
    }

    int distinct() {
        return distinct.length;
    }

    /** Mean rank of a value that occurred, scaled to 1..65535; 0 for NaN. Equal where values are. */
    int code(double value) {
        if (Double.isNaN(value)) {
            return 0;
        }
        int at = Arrays.binarySearch(distinct, value + 0.0);
        return codes[at < 0 ? -at - 1 : at];
    }
}
