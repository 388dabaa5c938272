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
    private static final int TREES = 3;

    /** The tables as they are, and no trees. */
    static PartWeights tablesAlone(double z) {
        return new PartWeights(0, 1, 1, 0, z);
    }

    /** Whether trees are part of the score. */
    public boolean mixed() {
        return trees > 0;
    }

    /**
     * The weights that fit out-of-bag scores, or the tables alone where the loss does not fall for sure or trees are worth nothing.
     *
     * @param needed the z below which the tables stay as they are
     * @param leastOfInteractions weight that pairs and triples keep at least
     */
    static PartWeights fitted(Objective objective, PartScores scores, double needed, double leastOfInteractions) {
        double[] found = new StackedFit(objective, scores.parts()).weights(new double[] {1, 1, 0});
        PartWeights weights = with(found, leastOfInteractions, 0);
        double z = PairedFall.z(objective, scores.weighed(tablesAlone(0)), scores.weighed(weights));
        return weights.mixed() && z >= needed ? with(found, leastOfInteractions, z) : tablesAlone(z);
    }

    /**
     * The weights that fit the mean of the bags, whose scores scatter less than one bag's; these where the scatter leaves nothing to fit.
     *
     * @param scores those that these weights fit
     * @param noise by how much the parts scatter more in these scores than in that mean ({@link PartNoise})
     */
    PartWeights averaged(Objective objective, PartScores scores, double[][] noise, double leastOfInteractions) {
        double[] own = {intercept, mains, interactions, trees};
        double[] found = new StackedFit(objective, scores.parts()).withoutNoise(own, noise);
        return found[TREES] > 0 ? with(found, leastOfInteractions, z) : this;
    }

    private static PartWeights with(double[] weights, double leastOfInteractions, double z) {
        return new PartWeights(weights[0], weights[1], Math.max(leastOfInteractions, weights[2]), weights[TREES], z);
    }
}
