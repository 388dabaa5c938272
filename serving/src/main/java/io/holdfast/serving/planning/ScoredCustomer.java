package io.holdfast.serving.planning;

import io.holdfast.scoring.reason.ReasonRanking;
import io.holdfast.scoring.score.ChurnScore;

/**
 * The score that a decision rests on.
 *
 * @param score the risk
 * @param ranking its reasons
 */
public record ScoredCustomer(ChurnScore score, ReasonRanking ranking) {}
