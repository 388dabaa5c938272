package io.holdfast.training.publish;

import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The median that somebody really has: of an even number of values the lower middle one; NaN counts for nothing, and -0.0 stands before 0.0. */
final class LowerMiddle {
    private static final int DIGITS = 16;
    private static final int MOST = (1 << DIGITS) - 1;

    private LowerMiddle() {}

    /**
     * Of values that recur.
     *
     * @param distinct in any order
     * @param held how often each is there
     * @return NaN where there is none
     */
    static double of(double[] distinct, int[] held) {
        int[] order = IntStream.range(0, distinct.length)
                .filter(i -> held[i] > 0 && !Double.isNaN(distinct[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> distinct[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        long left = (IntStream.of(order).mapToLong(i -> held[i]).sum() + 1) / 2;
        for (int i : order) {
            left -= held[i];
            if (left <= 0) {
                return distinct[i];
            }
        }
        return Double.NaN;
    }

    /**
     * Of the values of some rows, without a copy of them: the bits of the one looked for are settled sixteen at a time, the highest first.
     *
     * @return NaN where there is none
     */
    static double of(IntToDoubleFunction values, int[] rows) {
        long settled = 0;
        long left = 0;
        for (int shift = Long.SIZE - DIGITS; shift >= 0; shift -= DIGITS) {
            int[] counts = new int[MOST + 1];
            long known = 0;
            for (int row : rows) {
                double value = values.applyAsDouble(row);
                if (!Double.isNaN(value) && higher(place(value), shift) == higher(settled, shift)) {
                    counts[(int) (place(value) >>> shift) & MOST]++;
                    known++;
                }
            }
            if (known == 0) {
                return Double.NaN;
            }
            left = shift + DIGITS == Long.SIZE ? (known + 1) / 2 : left;
            int digits = 0;
            for (; left > counts[digits]; digits++) {
                left -= counts[digits];
            }
            settled |= (long) digits << shift;
        }
        return Double.longBitsToDouble(ordered(settled));
    }

    /** What stands above sixteen bits from a place on; nothing above the highest. */
    private static long higher(long place, int shift) {
        return shift + DIGITS == Long.SIZE ? 0 : place >>> (shift + DIGITS);
    }

    /** A number without sign that is higher where the value is. */
    private static long place(double value) {
        long bits = Double.doubleToLongBits(value);
        return bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
    }

    /** The bits of the value at a place. */
    private static long ordered(long place) {
        return place < 0 ? place ^ Long.MIN_VALUE : ~place;
    }
}
