/**
 * Reads fitted tables and the training shares of their bins, produces tables that say the same and average to zero along each
 * of their sides, so that reasons are Shapley values.
 */
@NullMarked
package io.holdfast.training.additive.purification;

import org.jspecify.annotations.NullMarked;
