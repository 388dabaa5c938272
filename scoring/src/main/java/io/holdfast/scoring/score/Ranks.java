package io.holdfast.scoring.score;

import java.util.Arrays;

/**
 * How many of many numbers lie below another. Equally wide drawers say near where it would stand, so that only a few numbers are left to be halved. Immutable.
 */
final class Ranks {
    private static final int DRAWERS = 1 << 9;

    private final double[] ascending;
    private final double lowest;
    private final double perUnit;

    /** Per drawer, how many numbers stand in those before it; at the end, how many there are. */
    private final int[] before = new int[DRAWERS + 1];

    /** @param ascending finite, at least one */
    Ranks(double[] ascending) {
        this.ascending = ascending.clone();
        lowest = ascending[0];
        double perWidth = DRAWERS / (ascending[ascending.length - 1] - lowest);
        // Numbers that are all the same, or hardly differ, share a drawer.
        perUnit = Double.isFinite(perWidth) ? perWidth : 0;
        for (double number : ascending) {
            before[drawer(number) + 1]++;
        }
        Arrays.parallelPrefix(before, Integer::sum);
    }

    /** Never falls as the number rises, whatever is rounded; so what is in a drawer before is smaller, and what is in one behind is larger. */
    private int drawer(double number) {
        return Math.max(0, Math.min((int) ((number - lowest) * perUnit), DRAWERS - 1));
    }

    int size() {
        return ascending.length;
    }

    /** How many of the numbers are smaller than this one. */
    int below(double number) {
        int drawer = drawer(number);
        int low = before[drawer];
        int left = before[drawer + 1] - low;
        while (left > 0) {
            int half = (left + 1) >>> 1;
            low += ascending[low + half - 1] < number ? half : 0;
            left -= half;
        }
        return low;
    }
}
