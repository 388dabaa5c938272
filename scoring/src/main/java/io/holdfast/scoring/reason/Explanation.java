package io.holdfast.scoring.reason;

import java.util.List;

/**
 * Why a score is what it is. Base log-odds + reasons + protectors + other = log-odds of the score, to 1e-9.
 *
 * @param reasons what raises the risk
 * @param protectors what lowers it
 * @param otherImpact sum of everything not listed, log-odds
 * @param ranking all groups worth naming, listed or not
 */
public record Explanation(
        List<ReasonShare> reasons, List<ReasonShare> protectors, double otherImpact, ReasonRanking ranking) {
    public Explanation {
        reasons = List.copyOf(reasons);
        protectors = List.copyOf(protectors);
    }
}
