package io.holdfast.training.additive.boosting;

/** The best tree of at most eight leaves over three axes: any axis is cut, then each side by {@link PairCut}. Reused. */
final class TripleCut {
    private static final int AXES = 3;

    private final LeafRule rule;
    private final PairCut lowCut;
    private final PairCut highCut;
    private final Grid all;
    private final Grid low;
    private final Grid high;

    TripleCut(LeafRule rule, int mostRoom) {
        this.rule = rule;
        this.lowCut = new PairCut(rule);
        this.highCut = new PairCut(rule);
        this.all = new Grid(mostRoom);
        this.low = new Grid(mostRoom);
        this.high = new Grid(mostRoom);
    }

    /** Fits the tree; returns its gain over one leaf, 0 when there is none. */
    double fit(int[] sizes, double[] sums, int[] rows, Leaves leaves) {
        int[] strides = {sizes[1] * sizes[2], sizes[2], 1};
        double best = 0;
        int bestAxis = -1;
        int bestAt = 0;
        for (int axis = 0; axis < AXES; axis++) {
            sum(axis, 0, sizes[axis], sizes, strides, sums, rows, all);
            double whole = rule.gain(all.gradient(), all.hessian());
            low.clear(all.height(), all.width());
            for (int at = 1; at < sizes[axis]; at++) {
                add(axis, at - 1, strides, sums, rows, low);
                if (low.rows() < rule.leastRows() || all.rows() - low.rows() < rule.leastRows()) {
                    continue;
                }
                high.difference(all, low);
                lowCut.search(low, 0, 0);
                highCut.search(high, 0, 0);
                double gain = lowCut.gain() + highCut.gain() - whole;
                if (gain > best) {
                    best = gain;
                    bestAxis = axis;
                    bestAt = at;
                }
            }
        }
        leaves.clear(sizes[0] * sizes[1] * sizes[2]);
        if (bestAxis < 0) {
            return 0;
        }
        put(bestAxis, 0, bestAt, sizes, strides, sums, rows, leaves);
        put(bestAxis, bestAt, sizes[bestAxis], sizes, strides, sums, rows, leaves);
        return best;
    }

    private static int first(int axis) {
        return axis == 0 ? 1 : 0;
    }

    private static int second(int axis) {
        return axis == 2 ? 1 : 2;
    }

    private static void sum(
            int axis, int from, int to, int[] sizes, int[] strides, double[] sums, int[] rows, Grid into) {
        into.clear(sizes[first(axis)], sizes[second(axis)]);
        for (int place = from; place < to; place++) {
            add(axis, place, strides, sums, rows, into);
        }
    }

    private static void add(int axis, int place, int[] strides, double[] sums, int[] rows, Grid into) {
        into.add(sums, rows, place * strides[axis], strides[first(axis)], strides[second(axis)]);
    }

    private void put(int axis, int from, int to, int[] sizes, int[] strides, double[] sums, int[] rows, Leaves leaves) {
        sum(axis, from, to, sizes, strides, sums, rows, low);
        lowCut.search(low, 0, 0);
        int[] leaf = lowCut.addLeaves(low, leaves);
        for (int place = from; place < to; place++) {
            lowCut.put(low, leaf, leaves, place * strides[axis], strides[first(axis)], strides[second(axis)]);
        }
    }
}
