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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects the trees of all bags, whose places differ, into one forest, which asks by bin. Equal questions become one. */
final class ForestBuilder {
    private final double weight;
    private final SortedMap<Integer, BinnedColumn> columns = new TreeMap<>();
    private final Map<BinQuestion, Integer> questions = new LinkedHashMap<>();
    private final List<ObliviousTree> trees = new ArrayList<>();
    private double constant;

    /** @param weight of every tree */
    ForestBuilder(double weight) {
        this.weight = weight;
    }

    /** Adds a tree of a bag. */
    void add(GrownTree tree, int bag) {
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

    /** What trees without a question say. */
    double constant() {
        return constant;
    }

    /** The forest; empty when no tree asks anything. */
    Optional<ForestTerm> forest() {
        List<Marginal> marginals = columns.values().stream()
                .map(column -> new Marginal(column.input(), column.shares()))
                .toList();
        return trees.isEmpty()
                ? Optional.empty()
                : Optional.of(new ForestTerm(marginals, List.copyOf(questions.keySet()), trees));
    }
}
