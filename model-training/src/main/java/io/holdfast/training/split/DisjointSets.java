package io.holdfast.training.split;

import java.util.Arrays;

/** Rows joined step by step into sets (Galler and Fischer 1964, with path halving). */
public final class DisjointSets {
    private final int[] parents;

    /** @param size rows, each alone */
    public DisjointSets(int size) {
        parents = new int[size];
        Arrays.setAll(parents, row -> row);
    }

    /** The sets of two rows become one. */
    public void join(int row, int other) {
        int root = root(row);
        int otherRoot = root(other);
        // The earlier row leads, so that the outcome does not depend on the order of joining.
        parents[Math.max(root, otherRoot)] = Math.min(root, otherRoot);
    }

    private int root(int row) {
        int at = row;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    /**
     * Two groupings of the same rows as one: rows that either holds together are together. Numbered from 0 in the order of first appearance.
     *
     * @param one a number per row, from 0
     * @param other the same
     */
    public static int[] joined(int[] one, int[] other) {
        DisjointSets sets = new DisjointSets(one.length);
        for (int[] grouping : new int[][] {one, other}) {
            // By number its first row, plus 1.
            int[] firsts = new int[Arrays.stream(grouping).max().orElse(-1) + 1];
            for (int row = 0; row < grouping.length; row++) {
                if (firsts[grouping[row]] == 0) {
                    firsts[grouping[row]] = row + 1;
                } else {
                    sets.join(firsts[grouping[row]] - 1, row);
                }
            }
        }
        return sets.numbers();
    }

    /** A number per row, from 0 in the order of first appearance. */
    public int[] numbers() {
        int[] numbers = new int[parents.length];
        int next = 0;
        for (int row = 0; row < numbers.length; row++) {
            int root = root(row);
            numbers[row] = root == row ? next++ : numbers[root];
        }
        return numbers;
    }
}
