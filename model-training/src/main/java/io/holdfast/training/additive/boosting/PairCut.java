package io.holdfast.training.additive.boosting;

import java.util.Arrays;

/**
 * The best tree of at most four leaves on a grid: one axis is cut, then each side on the other axis, in both orders,
 * exhaustively (the weak learner of Lou et al. 2013, "Accurate intelligible models with pairwise interactions", section 4.2, with the cut
 * of the second axis free on each side). Reused from search to search.
 */
final class PairCut {
    private static final int[] SIDES = {0, 1};

    private final LeafRule rule;
    private double gain;
    private boolean turned;
    private int cut;
    private final int[] inner = new int[2];
    private final double[] leafValues = new double[4];

    PairCut(LeafRule rule) {
        this.rule = rule;
    }

    /** Whether the last search found a tree. */
    boolean found() {
        return cut > 0;
    }

    /** Summed gains of the leaves; of the one leaf where there is no tree. */
    double gain() {
        return gain;
    }

    double gainOfOneLeaf(Grid grid) {
        return rule.gain(grid.gradient(), grid.hessian());
    }

    /** Searches a grid. A direction (see {@link Axis}) of an axis is kept by every tree. */
    void search(Grid grid, int directionOfRows, int directionOfColumns) {
        cut = 0;
        turned = false;
        inner[0] = 0;
        inner[1] = 0;
        gain = gainOfOneLeaf(grid);
        search(grid, false, directionOfRows, directionOfColumns);
        search(grid, true, directionOfColumns, directionOfRows);
    }

    private void search(Grid grid, boolean turn, int outerDirection, int innerDirection) {
        int outer = turn ? grid.width() : grid.height();
        int[] best = new int[2];
        for (int at = 1; at < outer; at++) {
            double sum = 0;
            boolean enough = true;
            for (int side : SIDES) {
                int low = side == 0 ? 0 : at;
                int high = side == 0 ? at : outer;
                Strip strip = new Strip(grid, turn, low, high);
                if (strip.allRows() < rule.leastRows()) {
                    enough = false;
                    break;
                }
                sum += split(strip, innerDirection, best, side);
            }
            if (!enough || sum <= gain) {
                continue;
            }
            if (outerDirection != 0 && !keeps(grid, turn, at, outer, best, outerDirection)) {
                best[0] = 0;
                best[1] = 0;
                Strip low = new Strip(grid, turn, 0, at);
                Strip high = new Strip(grid, turn, at, outer);
                sum = rule.gain(low.allGradient(), low.allHessian()) + rule.gain(high.allGradient(), high.allHessian());
                if (sum <= gain || !keeps(grid, turn, at, outer, best, outerDirection)) {
                    continue;
                }
            }
            gain = sum;
            turned = turn;
            cut = at;
            inner[0] = best[0];
            inner[1] = best[1];
        }
    }

    /** The best cut of a strip along the other axis, 0 where none is better than one leaf; returns the gain. */
    private double split(Strip strip, int direction, int[] cuts, int side) {
        double lambda = rule.lambda();
        double g = strip.allGradient();
        double h = strip.allHessian();
        int n = strip.allRows();
        double best = rule.gain(g, h);
        cuts[side] = 0;
        for (int at = 1; at < strip.length(); at++) {
            int lowRows = strip.rows(at);
            if (lowRows < rule.leastRows()) {
                continue;
            }
            if (n - lowRows < rule.leastRows()) {
                break;
            }
            double lowG = strip.gradient(at);
            double lowH = strip.hessian(at) + lambda;
            double highG = g - lowG;
            double highH = h - lowH + 2 * lambda;
            double sum = (lowG * lowG * highH + highG * highG * lowH) / (lowH * highH);
            if (sum > best && (direction == 0 || direction * (highG / highH - lowG / lowH) >= 0)) {
                best = sum;
                cuts[side] = at;
            }
        }
        return best;
    }

    /** Whether the leaves on the two sides of the outer cut are in order wherever they face each other. */
    private boolean keeps(Grid grid, boolean turn, int at, int outer, int[] cuts, int direction) {
        values(grid, turn, at, outer, cuts);
        boolean faces =
                direction * (leafValues[2] - leafValues[0]) >= 0 && direction * (leafValues[3] - leafValues[1]) >= 0;
        if (cuts[0] < cuts[1]) {
            faces &= cuts[0] == 0 || direction * (leafValues[2] - leafValues[1]) >= 0;
        } else if (cuts[0] > cuts[1]) {
            faces &= cuts[1] == 0 || direction * (leafValues[3] - leafValues[0]) >= 0;
        }
        return faces;
    }

    /** The four leaves: low side low, low side high, high side low, high side high; equal ones where a side is not cut. */
    private void values(Grid grid, boolean turn, int at, int outer, int[] cuts) {
        for (int side : SIDES) {
            Strip strip = new Strip(grid, turn, side == 0 ? 0 : at, side == 0 ? at : outer);
            int split = cuts[side] == 0 ? strip.length() : cuts[side];
            leafValues[2 * side] = rule.value(strip.gradient(split), strip.hessian(split));
            leafValues[2 * side + 1] = cuts[side] == 0
                    ? leafValues[2 * side]
                    : rule.value(
                            strip.allGradient() - strip.gradient(split), strip.allHessian() - strip.hessian(split));
        }
    }

    /** Adds the tree's leaves, in the order of {@link #put}; the one leaf of the grid where no tree was found. */
    int[] addLeaves(Grid grid, Leaves leaves) {
        int[] leaf = new int[leafValues.length];
        if (!found()) {
            int only = leaves.add(rule.value(grid.gradient(), grid.hessian()));
            Arrays.fill(leaf, only);
            return leaf;
        }
        values(grid, turned, cut, turned ? grid.width() : grid.height(), inner);
        for (int i = 0; i < leaf.length; i++) {
            leaf[i] = i % 2 == 1 && inner[i / 2] == 0 ? leaf[i - 1] : leaves.add(leafValues[i]);
        }
        return leaf;
    }

    /** Writes the leaves to the cells of a table, of which the grid is the part that begins at {@code first}. */
    void put(Grid grid, int[] leaf, Leaves leaves, int first, int rowStride, int columnStride) {
        for (int row = 0; row < grid.height(); row++) {
            for (int column = 0; column < grid.width(); column++) {
                int outer = turned ? column : row;
                int other = turned ? row : column;
                int side = outer < cut ? 0 : 1;
                int part = inner[side] == 0 || other < inner[side] ? 0 : 1;
                leaves.put(first + row * rowStride + column * columnStride, leaf[2 * side + part]);
            }
        }
    }
}
