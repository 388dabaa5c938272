package io.holdfast.training.additive.trees;

import io.holdfast.scoring.model.TreeTerm;
import io.holdfast.training.additive.boosting.Stage;
import java.util.Arrays;
import java.util.List;

/**
 * What trees gave.
 *
 * @param weight of the trees beside the tables, 0 (they are not used) to 1
 * @param z mean fall of the out-of-bag loss over its standard error
 * @param rounds trees a bag
 * @param mainShares per shape of the columns' own tables, the share that stays of it
 * @param intercept what the trees add to every score
 * @param terms weighted, centred
 * @param outOfBag scores of all rows, mixed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TreeStage(
        double weight,
        double z,
        int rounds,
        double[] mainShares,
        double intercept,
        List<TreeTerm> terms,
        double[] outOfBag) {
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
