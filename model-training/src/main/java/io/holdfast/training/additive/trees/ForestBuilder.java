package io.holdfast.training.additive.trees;

import io.holdfast.scoring.model.BinQuestion;
import io.holdfast.scoring.model.ForestTerm;
import io.holdfast.scoring.model.Marginal;
import io.holdfast.scoring.model.ObliviousTree;
import io.holdfast.training.additive.binning.BinnedColumn;
import io.holdfast.training.additive.trees.GrownTree.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects the trees of all bags, whose places differ, into one forest, which asks by bin. Equal questions become one. */
final class ForestBuilder {
    private static final Comparator<int[]> BY_NUMBER_AND_ORDER =
            Comparator.<int[]>comparingInt(inputs -> inputs.length).thenComparing(Arrays::compare);

    private final double weight;
    private final SortedMap<Integer, BinnedColumn> columns = new TreeMap<>();
    private final Map<BinQuestion, Integer> questions = new LinkedHashMap<>();
    private final List<ObliviousTree> trees = new ArrayList<>();
    private double constant;

    /** @param weight of every tree */
    ForestBuilder(double weight) {
        this.weight = weight;
    }

    /** Adds the trees of a bag. */
    void addAll(List<GrownTree> grown, int bag) {
        grown.forEach(tree -> add(tree, bag));
    }

    private void add(GrownTree tree, int bag) {
        double[] values =
                Arrays.stream(tree.values()).map(value -> weight * value).toArray();
        if (tree.questions().isEmpty()) {
            constant += values[0];
            return;
        }
        List<Integer> asked = new ArrayList<>();
        for (Question question : tree.questions()) {
            BinnedColumn column = question.column().column();
            columns.put(column.input(), column);
            asked.add(questions.computeIfAbsent(byBin(question, bag), unknown -> questions.size()));
        }
        trees.add(new ObliviousTree(asked, values));
    }

    private static BinQuestion byBin(Question question, int bag) {
        BinnedColumn column = question.column().column();
        BitSet yes = new BitSet();
        for (int bin = 0; bin < column.coding().bins(); bin++) {
            yes.set(
                    bin,
                    column.share(bin) > 0 && question.right()[question.column().placeOfBin(bag, bin)]);
        }
        return new BinQuestion(column.input(), yes);
    }

    private static int[] inputs(ObliviousTree tree, List<BinQuestion> asked) {
        return tree.questions().stream()
                .mapToInt(question -> asked.get(question).input())
                .distinct()
                .sorted()
                .toArray();
    }

    /** What trees without a question say. */
    double constant() {
        return constant;
    }

    /** The forest; empty when no tree asks anything. */
    Optional<ForestTerm> forest() {
        List<BinQuestion> asked = List.copyOf(questions.keySet());
        // Trees over the same inputs stand together, so that an input concerns few words of the answers when scoring.
        trees.sort(Comparator.comparing(tree -> inputs(tree, asked), BY_NUMBER_AND_ORDER));
        List<Marginal> marginals = columns.values().stream()
                .map(column -> new Marginal(column.input(), column.shares()))
                .toList();
        return trees.isEmpty() ? Optional.empty() : Optional.of(new ForestTerm(marginals, asked, trees));
    }
}
