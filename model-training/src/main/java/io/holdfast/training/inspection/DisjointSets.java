package io.holdfast.training.inspection;

import java.util.Arrays;

/** Rows joined step by step into sets (Galler and Fischer 1964, with path halving). */
final class DisjointSets {
    private final int[] parents;

    DisjointSets(int size) {
        parents = new int[size];
        Arrays.setAll(parents, row -> row);
    }

    void join(int row, int other) {
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

    /** A number per row, from 0 in the order of first appearance. */
    int[] numbers() {
        int[] numbers = new int[parents.length];
        int next = 0;
        for (int row = 0; row < numbers.length; row++) {
            int root = root(row);
            numbers[row] = root == row ? next++ : numbers[root];
        }
        return numbers;
    }
}
