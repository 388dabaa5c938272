package io.holdfast.training.publish;

import io.holdfast.training.baseline.Baselines;

/**
 * How a model of many dates is judged and published: the recipe is judged on the last month by what was known when it began, then the model learns again from all
 * rows, so that it knows what the last months taught.
 *
 * @param knownAfterDays days after a row's date until its outcome counts as known, 0 or more
 * @param baselines what the model has to beat besides logistic regression
 */
public record Refit(int knownAfterDays, Baselines baselines) {}
