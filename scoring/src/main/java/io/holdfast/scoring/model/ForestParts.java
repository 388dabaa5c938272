package io.holdfast.scoring.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A forest taken apart by the functional ANOVA under independent columns (Hoeffding 1948): its mean, what every input says alone, and what
 * hangs on two inputs or more. Together they say the same.
 */
public final class ForestParts {
    private final SortedMap<Integer, double[]> alone = new TreeMap<>();
    private final Optional<ForestTerm> interactions;
    private double mean;

    /** Takes a forest apart. */
    public ForestParts(ForestTerm forest) {
        forest.marginals().forEach(marginal -> alone.put(marginal.input(), new double[marginal.bins()]));
        List<ObliviousTree> left = new ArrayList<>();
        List<List<TreeSide>> sides = forest.sides();
        for (int tree = 0; tree < sides.size(); tree++) {
            List<TreeSide> own = sides.get(tree);
            double[] values = forest.trees().get(tree).values();
            TreeShapley shapley = new TreeShapley(own, values.clone());
            mean += shapley.mean();
            for (int s = 0; s < own.size(); s++) {
                addAlone(shapley, s, own.get(s));
            }
            if (own.size() > 1) {
                shapley.keepInteractions(values);
                left.add(new ObliviousTree(forest.trees().get(tree).questions(), values));
            }
        }
        interactions = left.isEmpty()
                ? Optional.empty()
                : Optional.of(new ForestTerm(forest.marginals(), forest.questions(), left));
    }

    private void addAlone(TreeShapley shapley, int number, TreeSide side) {
        double[] sums = alone.getOrDefault(side.input(), new double[0]);
        for (int bin = 0; bin < sums.length; bin++) {
            sums[bin] += side.marginal().share(bin) > 0 ? shapley.alone(number, side.bits()[bin]) : 0;
        }
    }

    /** Mean over independent draws of all inputs, log-odds. */
    public double mean() {
        return mean;
    }

    /**
     * What every input that is asked about says on average where it alone is known, less the mean.
     *
     * @return by input, by bin, log-odds; 0 for bins that training never saw
     */
    public SortedMap<Integer, double[]> alone() {
        return Collections.unmodifiableSortedMap(alone);
    }

    /** The trees without their means and without what inputs say alone; empty when nothing is left. */
    public Optional<ForestTerm> interactions() {
        return interactions;
    }
}
