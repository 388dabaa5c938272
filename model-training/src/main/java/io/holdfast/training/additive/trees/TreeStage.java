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
 * @param weight of the trees beside the tables, 0 (they are not used) to 1
 * @param z mean fall of the out-of-bag loss over its standard error; where no trees were boosted, that of the trial
 * @param rounds trees a bag
 * @param mainShares per shape of the columns' own tables, the share that stays of it
 * @param intercept what the trees add to every score
 * @param alone by input, by bin, what the trees say of it alone; it belongs into the column's own table
 * @param forests what else they say: one forest, or none
 * @param outOfBag scores of all rows, mixed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TreeStage(
        double weight,
        double z,
        int rounds,
        double[] mainShares,
        double intercept,
        SortedMap<Integer, double[]> alone,
        List<ForestTerm> forests,
        double[] outOfBag) {
    /** No trees: everything is left to the tables. */
    static TreeStage none(double z, double[] mainShares, double[] tableScores) {
        return new TreeStage(0, z, 0, mainShares, 0, Collections.emptySortedMap(), List.of(), tableScores);
    }

    /** The columns' own tables as the mixture holds them. */
    public Stage mains(Stage stage) {
        return weight == 0 ? stage : stage.times(mainShares);
    }

    /** Pairs or triples as the mixture holds them. */
    public Stage interactions(Stage stage) {
        double[] shares = new double[stage.shapes().size()];
        Arrays.fill(shares, 1 - weight);
        return weight == 0 ? stage : stage.times(shares);
    }
}
