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
     * The weights for out-of-bag scores, or the tables alone where the loss does not fall for sure or trees are worth nothing. What is sure is judged by the weights that fit these scores;
     * taken are those that fit the mean of the bags, of which the scores scatter less.
     *
     * @param noise by how much the parts scatter more here than in that mean ({@link PartNoise})
     * @param needed the z below which the tables stay as they are
     * @param leastOfInteractions weight that pairs and triples keep at least
     */
    static PartWeights of(
            Objective objective, PartScores scores, double[][] noise, double needed, double leastOfInteractions) {
        StackedFit fit = new StackedFit(objective, scores.parts());
        double[] start = {1, 1, 0};
        PartWeights plain = of(fit.weights(start, new double[start.length][start.length]), leastOfInteractions, 0);
        double z = PairedFall.z(objective, scores.weighed(tablesAlone(0)), scores.weighed(plain));
        if (!plain.mixed() || z < needed) {
            return tablesAlone(z);
        }
        PartWeights averaged = of(fit.weights(start, noise), leastOfInteractions, z);
        return averaged.mixed() ? averaged : tablesAlone(z);
    }

    private static PartWeights of(double[] weights, double leastOfInteractions, double z) {
        return new PartWeights(weights[0], weights[1], Math.max(leastOfInteractions, weights[2]), weights[3], z);
    }
}
