/** Reads scores that need no trained model, produces their probabilities, learned from no more than a model may learn from, and the model's gain over them. */
@NullMarked
package io.holdfast.training.baseline;

import org.jspecify.annotations.NullMarked;
