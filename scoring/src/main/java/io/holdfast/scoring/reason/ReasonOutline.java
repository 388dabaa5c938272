package io.holdfast.scoring.reason;

import java.util.List;

/**
 * Why a score is what it is, without words: base + reasons + other = log-odds of the score, to 1e-9.
 *
 * @param ranking the groups worth naming that raise the risk; those that lower it are not asked for in lists
 * @param listed the first of those that raise the risk
 * @param otherImpact sum of everything not listed, log-odds
 */
public record ReasonOutline(ReasonRanking ranking, List<RankedReason> listed, double otherImpact) {}
