package io.holdfast.scoring.reason;

import io.holdfast.scoring.dataset.Reason;

/**
 * A group of columns that are evidence for the same reason.
 *
 * @param group position of the group in the explainer
 * @param reason its entry in the catalogue
 * @param impact sum of its columns' contributions, log-odds
 * @param share impact over the sum of all groups of the same sign, in [0, 1]; 0 where the impact is
 * @param settled whether at least 95 % of the bags behind the model give the impact the same sign
 * @param actionable whether the reason is, and care can answer one of its columns that speaks in its direction
 */
public record RankedReason(int group, Reason reason, double impact, double share, boolean settled, boolean actionable) {
    /** The impact in words. */
    public Strength strength() {
        return Strength.of(impact);
    }
}
