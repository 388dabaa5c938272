package io.holdfast.training.inspection;

import java.util.Arrays;

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
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            count += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        }
        double[] distinct = new double[count];
        int[] codes = new int[count];
        int next = 0;
        for (int start = 0; start < sorted.length; ) {
            int end = start + 1;
            while (end < sorted.length && sorted[end] == sorted[start]) {
                end++;
            }
            double middle = (start + end) / (2.0 * sorted.length);
            distinct[next] = sorted[start];
            codes[next++] = (int) (1 + Math.round(middle * (HIGHEST - 1)));
            start = end;
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
