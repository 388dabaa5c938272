package io.holdfast.training.fit;

import io.holdfast.scoring.model.AdditiveParts;

/**
 * What a trainer learned.
 *
 * @param parts of the model to publish
 * @param bags what its bags say of single columns
 */
public record Fit(AdditiveParts parts, BagShapes bags) {}
