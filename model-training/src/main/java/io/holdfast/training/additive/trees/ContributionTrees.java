package io.holdfast.training.additive.trees;

import io.holdfast.scoring.model.TreeSide;
import io.holdfast.scoring.model.TreeTerm;
import io.holdfast.training.additive.binning.BinnedColumn;
import io.holdfast.training.additive.trees.ObliviousTree.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns trees into terms that hold what every column contributes in every leaf. */
final class ContributionTrees {
    private final double weight;
    private final List<TreeTerm> terms = new ArrayList<>();
    private double intercept;

    /** @param weight of every tree */
    ContributionTrees(double weight) {
        this.weight = weight;
    }

    /** Adds a tree of a bag; one that says the same of all rows goes into the intercept. */
    void add(ObliviousTree tree, int bag) {
        Map<BinnedColumn, int[]> bits = new LinkedHashMap<>();
        for (Question question : tree.questions()) {
            bits.computeIfAbsent(
                    question.column().column(),
                    column -> new int[column.coding().bins()]);
        }
        int depth = tree.questions().size();
        for (int q = 0; q < depth; q++) {
            Question question = tree.questions().get(q);
            int[] answers = bits.getOrDefault(question.column().column(), new int[0]);
            for (int bin = 0; bin < answers.length; bin++) {
                boolean right = question.right()[question.column().placeOfBin(bag, bin)];
                answers[bin] |= right ? 1 << (depth - 1 - q) : 0;
            }
        }
        List<TreeSide> sides = new ArrayList<>();
        List<int[]> leafBits = new ArrayList<>();
        bits.forEach((column, answers) -> side(column, answers, sides, leafBits));
        double[] values = values(tree.values(), leafBits);
        ShapleyTable shapley = new ShapleyTable(sides, values);
        intercept += shapley.mean();
        if (!sides.isEmpty()) {
            terms.add(new TreeTerm(sides, shapley.contributions()));
        }
    }

    /** Bins with equal answers share a place, in the order of the answers. */
    private static void side(BinnedColumn column, int[] answers, List<TreeSide> sides, List<int[]> leafBits) {
        SortedMap<Integer, Double> shares = new TreeMap<>();
        for (int bin = 0; bin < answers.length; bin++) {
            if (column.share(bin) > 0) {
                shares.merge(answers[bin], column.share(bin), Double::sum);
            }
        }
        if (shares.size() == 1) {
            leafBits.add(new int[] {shares.firstKey()});
            return;
        }
        int[] bits = shares.keySet().stream().mapToInt(Integer::intValue).toArray();
        byte[] places = new byte[answers.length];
        for (int bin = 0; bin < places.length; bin++) {
            places[bin] = (byte) (column.share(bin) > 0 ? Arrays.binarySearch(bits, answers[bin]) : shares.size());
        }
        leafBits.add(bits);
        sides.add(new TreeSide(
                column.input(),
                places,
                shares.values().stream().mapToDouble(Double::doubleValue).toArray()));
    }

    private double[] values(double[] ofLeaf, List<int[]> leafBits) {
        int cells = 1;
        for (int[] bits : leafBits) {
            cells *= bits.length;
        }
        double[] values = new double[cells];
        for (int cell = 0; cell < cells; cell++) {
            int leaf = 0;
            int rest = cell;
            for (int s = leafBits.size() - 1; s >= 0; s--) {
                int[] bits = leafBits.get(s);
                leaf |= bits[rest % bits.length];
                rest /= bits.length;
            }
            values[cell] = weight * ofLeaf[leaf];
        }
        return values;
    }

    /** The mean of all trees, which belongs to the intercept. */
    double intercept() {
        return intercept;
    }

    List<TreeTerm> terms() {
        return List.copyOf(terms);
    }
}
