package io.holdfast.training.additive.trees;

import io.holdfast.training.additive.boosting.Objective;
import io.holdfast.training.additive.boosting.PairedFall;

/**
 * How much each part of a score is worth beside the others: score = start + intercept + mains x (what columns say alone) + interactions x (what
 * pairs and triples say) + trees x (what the trees say). The weights are those of 0 or more that minimise the loss of out-of-bag scores (stacking:
 * Wolpert 1992; non-negative weights: Breiman 1996, "Stacked regressions"), so that a part that over-fits is held back and no direction turns round.
 *
 * @param intercept log-odds, or units of the target
 * @param mains weight of the columns' own tables, 0 or more
 * @param interactions weight of pairs and triples, 0 or more
 * @param trees weight of the trees, 0 or more; 0 where they are not used
 * @param z mean fall of the out-of-bag loss beside the tables as they are, over its standard error, paired by row
 */
public record PartWeights(double intercept, double mains, double interactions, double trees, double z) {
    /** The tables as they are, and no trees. */
    static PartWeights tablesAlone(double z) {
        return new PartWeights(0, 1, 1, 0, z);
    }

    /** Whether trees are part of the score. */
    public boolean mixed() {
        return trees > 0;
    }

    /**
     * The weights for out-of-bag scores, or the tables alone where the loss does not fall for sure or trees are worth nothing.
     *
     * @param needed the z below which the tables stay as they are
     * @param leastOfInteractions weight that pairs and triples keep at least
     */
    static PartWeights of(Objective objective, PartScores scores, double needed, double leastOfInteractions) {
        double[] found = StackedFit.of(objective, scores.parts(), new double[] {1, 1, 0});
        PartWeights weights =
                new PartWeights(found[0], found[1], Math.max(leastOfInteractions, found[2]), found[3], Double.NaN);
        double z = PairedFall.z(objective, scores.weighed(tablesAlone(0)), scores.weighed(weights));
        return weights.mixed() && z >= needed
                ? new PartWeights(weights.intercept, weights.mains, weights.interactions, weights.trees, z)
                : tablesAlone(z);
    }
}
