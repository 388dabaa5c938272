/** Reads a model and what the bags behind it say, produces its shapes: the effect of every column by bin, with a band, and whether its sign holds. */
@NullMarked
package io.holdfast.training.shape;

import org.jspecify.annotations.NullMarked;
