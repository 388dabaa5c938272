package io.holdfast.training.additive.trees;

import io.holdfast.scoring.model.ForestTerm;
import io.holdfast.training.additive.boosting.Stage;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/**
 * What trees gave.
 *
 * @param weights of the parts of the score; where no trees were boosted, z is that of the trial
 * @param rounds trees a bag
 * @param mainShares per shape of the columns' own tables, what it is multiplied by; none where no trees are used
 * @param intercept what is added to every score
 * @param alone by input, by bin, what the trees say of it alone; it belongs into the column's own table
 * @param aloneByBag the same of the trees of each bag, with the weight of all; none where no trees are used
 * @param forests what else they say: one forest, or none
 * @param outOfBag scores of all rows by one bag each, with the weights that fit such scores: those of the published ones would be too steep for them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TreeStage(
        PartWeights weights,
        int rounds,
        double[] mainShares,
        double intercept,
        SortedMap<Integer, double[]> alone,
        List<SortedMap<Integer, double[]>> aloneByBag,
        List<ForestTerm> forests,
        double[] outOfBag) {
    /** No trees: everything is left to the tables. */
    static TreeStage none(double z, int rounds, double[] tableScores) {
        return new TreeStage(
                PartWeights.tablesAlone(z),
                rounds,
                new double[0],
                0,
                Collections.emptySortedMap(),
                List.of(),
                List.of(),
                tableScores);
    }

    /** The columns' own tables as the score holds them. */
    public Stage mains(Stage stage) {
        return weights.mixed() ? stage.times(mainShares) : stage;
    }

    /** Pairs or triples as the score holds them. */
    public Stage interactions(Stage stage) {
        double[] factors = new double[stage.shapes().size()];
        Arrays.fill(factors, weights.interactions());
        return weights.mixed() ? stage.times(factors) : stage;
    }
}
