package io.holdfast.training.additive.trees;

import io.holdfast.training.additive.boosting.Objective;
import io.holdfast.training.additive.trees.GrownTree.Question;
import java.util.Arrays;
import java.util.SplittableRandom;

/** The rows that a tree grows from, those of a leaf beside each other, with the sums of every leaf. Reused from tree to tree. */
final class LeafRows {
    /** Rows handled at a time, so that what is read of them stays in the processor's first cache. */
    private static final int BLOCK = 1024;

    private static final int DRAWN_BITS = 16;
    private static final long DRAWN = (1 << DRAWN_BITS) - 1;
    private static final int BYTE = 0xff;

    private int[] rows = new int[0];
    private int[] otherRows = new int[0];
    private double[] sums = new double[0];
    private double[] otherSums = new double[0];
    private final int[] starts;
    private final double[] gradients;
    private final double[] hessians;
    private final double[] blockGradients = new double[BLOCK];
    private final double[] blockHessians = new double[BLOCK];
    private int leaves;
    private int drawn;
    // What is left of the last random number.
    private long bits;
    private int bitsLeft;

    LeafRows(int depth) {
        starts = new int[(1 << depth) + 1];
        gradients = new double[1 << depth];
        hessians = new double[1 << depth];
    }

    /** Draws a share of the rows outside of a range into one leaf, with their derivatives. */
    void draw(Objective objective, double[] states, int without, int withoutTo, double share, SplittableRandom random) {
        reserve((int) (share * states.length) + 1);
        drawn = 0;
        bitsLeft = 0;
        long threshold = (long) (share * (DRAWN + 1));
        draw(objective, states, 0, without, threshold, random);
        draw(objective, states, withoutTo, states.length, threshold, random);
        leaves = 1;
        starts[0] = 0;
        starts[1] = drawn;
        sum();
    }

    private void draw(Objective objective, double[] states, int from, int to, long threshold, SplittableRandom random) {
        for (int at = from; at < to; at += BLOCK) {
            int count = Math.min(BLOCK, to - at);
            objective.derivatives(states, at, count, blockGradients, blockHessians);
            for (int i = 0; i < count; i++) {
                if (bitsLeft == 0) {
                    bits = random.nextLong();
                    bitsLeft = Long.SIZE / DRAWN_BITS;
                }
                long lot = bits & DRAWN;
                bits >>>= DRAWN_BITS;
                bitsLeft--;
                if (lot < threshold) {
                    if (drawn == rows.length) {
                        reserve(drawn + (drawn >> 3) + 1);
                    }
                    rows[drawn] = at + i;
                    sums[2 * drawn] = blockGradients[i];
                    sums[2 * drawn + 1] = blockHessians[i];
                    drawn++;
                }
            }
        }
    }

    /** Keeps what was drawn so far; nothing else holds anything yet. */
    private void reserve(int most) {
        if (rows.length < most) {
            rows = Arrays.copyOf(rows, most);
            sums = Arrays.copyOf(sums, 2 * most);
            otherRows = new int[most];
            otherSums = new double[2 * most];
        }
    }

    int leaves() {
        return leaves;
    }

    int size(int leaf) {
        return starts[leaf + 1] - starts[leaf];
    }

    double gradient(int leaf) {
        return gradients[leaf];
    }

    double hessian(int leaf) {
        return hessians[leaf];
    }

    /** Adds gradient and Hessian of a leaf's rows to the sums of their places, two numbers a place from {@code at} on. */
    void gather(int leaf, TreeColumn column, int bag, double[] into, int at) {
        byte[] cells = column.cells(bag);
        byte[] places = column.placeOfCell();
        for (int i = starts[leaf]; i < starts[leaf + 1]; i++) {
            int slot = at + (places[cells[rows[i]] & BYTE] << 1);
            into[slot] += sums[2 * i];
            into[slot + 1] += sums[2 * i + 1];
        }
    }

    /** Leaf l becomes leaf 2 l, and 2 l + 1 with the rows on the right; their order stays. */
    void split(Question question, int bag) {
        byte[] cells = question.column().cells(bag);
        boolean[] right = question.rightOfCell();
        int[] from = starts.clone();
        for (int leaf = 0; leaf < leaves; leaf++) {
            int low = from[leaf];
            for (int i = from[leaf]; i < from[leaf + 1]; i++) {
                low += right[cells[rows[i]] & BYTE] ? 0 : 1;
            }
            starts[2 * leaf] = from[leaf];
            starts[2 * leaf + 1] = low;
            int high = low;
            low = from[leaf];
            for (int i = from[leaf]; i < from[leaf + 1]; i++) {
                int to = right[cells[rows[i]] & BYTE] ? high++ : low++;
                otherRows[to] = rows[i];
                otherSums[2 * to] = sums[2 * i];
                otherSums[2 * to + 1] = sums[2 * i + 1];
            }
        }
        starts[2 * leaves] = from[leaves];
        leaves *= 2;
        int[] swappedRows = rows;
        rows = otherRows;
        otherRows = swappedRows;
        double[] swappedSums = sums;
        sums = otherSums;
        otherSums = swappedSums;
        sum();
    }

    private void sum() {
        Arrays.fill(gradients, 0, leaves, 0);
        Arrays.fill(hessians, 0, leaves, 0);
        for (int leaf = 0; leaf < leaves; leaf++) {
            for (int i = starts[leaf]; i < starts[leaf + 1]; i++) {
                gradients[leaf] += sums[2 * i];
                hessians[leaf] += sums[2 * i + 1];
            }
        }
    }
}
