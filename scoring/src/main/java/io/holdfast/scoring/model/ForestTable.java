package io.holdfast.scoring.model;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A forest laid out for scoring: the questions of all trees are answered together ({@link AnswerCode}), then one row of numbers per tree
 * is added. Immutable.
 */
final class ForestTable {
    private static final int BYTE = 0xff;

    private final List<List<TreeSide>> sides;
    /** Per tree, and one more: where its sides begin among the inputs of all sides. */
    private final int[] sideStarts;

    private final int[] sideInputs;
    /** Per tree: where its contributions begin. They lie leaf by leaf, one a side. */
    private final int[] starts;

    private final double[] contributions;
    private final AnswerCode[] codes;

    ForestTable(List<ObliviousTree> trees, List<List<TreeSide>> sides) {
        this.sides = sides.stream()
                .map(own -> own.stream().map(TreeSide::withoutBits).toList())
                .toList();
        this.sideInputs =
                sides.stream().flatMap(List::stream).mapToInt(TreeSide::input).toArray();
        this.sideStarts = new int[trees.size() + 1];
        this.starts = new int[trees.size()];
        int length = 0;
        for (int tree = 0; tree < starts.length; tree++) {
            int count = sides.get(tree).size();
            sideStarts[tree + 1] = sideStarts[tree] + count;
            starts[tree] = length;
            length += trees.get(tree).leaves() * count;
        }
        this.contributions = new double[length];
        for (int tree = 0; tree < starts.length; tree++) {
            new TreeShapley(sides.get(tree), trees.get(tree).values()).write(contributions, starts[tree]);
        }
        this.codes = codes(sides);
    }

    private static AnswerCode[] codes(List<List<TreeSide>> sides) {
        Map<Integer, SortedMap<Integer, TreeSide>> asking = new TreeMap<>();
        for (int tree = 0; tree < sides.size(); tree++) {
            for (TreeSide side : sides.get(tree)) {
                asking.computeIfAbsent(side.input(), input -> new TreeMap<>()).put(tree, side);
            }
        }
        return asking.values().stream().map(AnswerCode::new).toArray(AnswerCode[]::new);
    }

    /** Adds the contributions of a row. */
    void addTo(double[] sums, CodedRow row) {
        int trees = starts.length;
        long[] leaves = row.words((trees + AnswerCode.TREES - 1) / AnswerCode.TREES);
        for (AnswerCode code : codes) {
            code.join(row, leaves);
        }
        long word = 0;
        for (int tree = 0; tree < trees; tree++) {
            word = tree % AnswerCode.TREES == 0 ? leaves[tree / AnswerCode.TREES] : word >>> Byte.SIZE;
            int leaf = (int) word & BYTE;
            if (leaf >= AnswerCode.UNSEEN) {
                addMean(sums, row, tree, 0, leaf - AnswerCode.UNSEEN, 1);
                continue;
            }
            int from = sideStarts[tree];
            int count = sideStarts[tree + 1] - from;
            addLeaf(sums, from, count, starts[tree] + leaf * count);
        }
    }

    /** A loop over so few sides takes nearly twice as long. */
    private void addLeaf(double[] sums, int side, int count, int at) {
        sums[sideInputs[side]] += contributions[at];
        if (count > 1) {
            sums[sideInputs[side + 1]] += contributions[at + 1];
        }
        if (count > 2) {
            sums[sideInputs[side + 2]] += contributions[at + 2];
        }
        if (count > 3) {
            sums[sideInputs[side + 3]] += contributions[at + 3];
        }
        if (count > 4) {
            sums[sideInputs[side + 4]] += contributions[at + 4];
        }
        if (count > 5) {
            sums[sideInputs[side + 5]] += contributions[at + 5];
        }
    }

    /** Averages over the inputs whose bin is new: the pure parts that read them average to zero, so the others' shares stay exact. */
    private void addMean(double[] sums, CodedRow row, int tree, int from, int leaf, double share) {
        List<TreeSide> own = sides.get(tree);
        if (from == own.size()) {
            int at = starts[tree] + leaf * own.size();
            for (int s = 0; s < own.size(); s++) {
                if (own.get(s).seen(row)) {
                    sums[own.get(s).input()] += share * contributions[at + s];
                }
            }
            return;
        }
        TreeSide side = own.get(from);
        if (side.seen(row)) {
            addMean(sums, row, tree, from + 1, leaf, share);
            return;
        }
        for (int a = 0; a < side.answers().length; a++) {
            addMean(sums, row, tree, from + 1, leaf | side.answers()[a], share * side.shares()[a]);
        }
    }

    /** For every input, the sum over all trees of the most it can contribute there. */
    void addReach(double[] most) {
        for (int tree = 0; tree < starts.length; tree++) {
            int from = sideStarts[tree];
            int count = sideStarts[tree + 1] - from;
            int end = tree + 1 < starts.length ? starts[tree + 1] : contributions.length;
            for (int s = 0; s < count; s++) {
                double own = 0;
                for (int at = starts[tree] + s; at < end; at += count) {
                    own = StrictMath.max(own, StrictMath.abs(contributions[at]));
                }
                most[sideInputs[from + s]] += own;
            }
        }
    }
}
