package io.holdfast.scoring.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A sum of oblivious trees. What an input contributes is the sum of its exact Shapley values under independent columns, over all trees
 * without their means. A bin that training never saw contributes zero, and the other inputs what they contribute on average over
 * its input. Immutable.
 */
public final class ForestTerm implements Term {
    /** The most trees of a forest. */
    public static final int MOST_TREES = 131_072;

    /** Bins of the inputs that a tree asks about, summed over all trees: above this, a file wants more memory than training makes. */
    private static final long MOST_BINS = 1L << 28;

    private final List<Marginal> marginals;
    private final List<BinQuestion> questions;
    private final List<ObliviousTree> trees;
    private final ForestTable table;

    /**
     * @param marginals one for each input that is asked about
     * @param questions what trees ask
     * @param trees 1 to {@value #MOST_TREES}, in the order of summation
     */
    public ForestTerm(List<Marginal> marginals, List<BinQuestion> questions, List<ObliviousTree> trees) {
        this.marginals = List.copyOf(marginals);
        this.questions = List.copyOf(questions);
        this.trees = List.copyOf(trees);
        if (trees.isEmpty() || trees.size() > MOST_TREES) {
            throw new IllegalArgumentException(
                    "forest of " + trees.size() + " trees (expected: 1 to " + MOST_TREES + ")");
        }
        this.table = new ForestTable(this.trees, sides());
    }

    /** Per tree, what it asks of its inputs. */
    List<List<TreeSide>> sides() {
        Map<Integer, Marginal> byInput = new TreeMap<>();
        for (Marginal marginal : marginals) {
            if (byInput.put(marginal.input(), marginal) != null) {
                throw new IllegalArgumentException(
                        "forest with two marginals of input " + marginal.input() + " (expected: one for each input)");
            }
        }
        for (ObliviousTree tree : trees) {
            for (int question : tree.questions()) {
                if (question < 0 || question >= questions.size()) {
                    throw new IllegalArgumentException("tree asks question " + question + " (expected: one of "
                            + questions.size() + ", counted from 0)");
                }
            }
        }
        List<List<TreeSide>> sides = new ArrayList<>();
        long bins = 0;
        for (ObliviousTree tree : trees) {
            List<TreeSide> own = TreeSide.of(tree, questions, byInput);
            sides.add(own);
            for (TreeSide side : own) {
                bins += side.bits().length;
            }
            if (bins > MOST_BINS) {
                throw new IllegalArgumentException("forest of " + trees.size() + " trees that ask about more than "
                        + MOST_BINS + " bins, counted once a tree (expected: at most as many)");
            }
        }
        return sides;
    }

    /** How often training saw the bins of every input that is asked about. */
    public List<Marginal> marginals() {
        return marginals;
    }

    /** What trees ask. */
    public List<BinQuestion> questions() {
        return questions;
    }

    /** The trees in the order of summation. */
    public List<ObliviousTree> trees() {
        return trees;
    }

    /** The same with every value multiplied. */
    public ForestTerm times(double factor) {
        return new ForestTerm(
                marginals,
                questions,
                trees.stream().map(tree -> tree.times(factor)).toList());
    }

    @Override
    public List<Integer> inputs() {
        return marginals.stream().map(Marginal::input).toList();
    }

    @Override
    public void addTo(double[] sums, CodedRow row) {
        table.addTo(sums, row);
    }

    @Override
    public double reach(List<ModelInput> columns) {
        return Arrays.stream(reaches(columns)).sum();
    }

    @Override
    public double reach(int input, List<ModelInput> columns) {
        return reaches(columns)[input];
    }

    private double[] reaches(List<ModelInput> columns) {
        double[] reaches = new double[columns.size()];
        table.addReach(reaches);
        return reaches;
    }

    @Override
    public void requireFits(List<ModelInput> columns) {
        for (Marginal marginal : marginals) {
            if (marginal.input() >= columns.size()
                    || columns.get(marginal.input()).coding().bins() != marginal.bins()) {
                throw new IllegalArgumentException("forest over input " + marginal.input() + " with " + marginal.bins()
                        + " bins (expected: an existing input with as many bins)");
            }
        }
        for (BinQuestion question : questions) {
            if (question.input() >= columns.size()
                    || question.bins().length()
                            > columns.get(question.input()).coding().bins()) {
                throw new IllegalArgumentException("question about bin "
                        + (question.bins().length() - 1) + " of input " + question.input()
                        + " (expected: an existing bin)");
            }
        }
    }
}
