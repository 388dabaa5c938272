/**
 * The one scoring path: reads a customer's values, produces calibrated risk with its place in the training population.
 * HTTP, batch, evaluation and notebooks all come through {@link io.holdfast.scoring.score.Scorer}.
 */
@NullMarked
package io.holdfast.scoring.score;

import org.jspecify.annotations.NullMarked;
