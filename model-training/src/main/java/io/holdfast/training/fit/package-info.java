/**
 * What every trainer keeps to: reads the training and validation rows of a split table, produces the calibrated parts of an
 * additive model.
 */
@NullMarked
package io.holdfast.training.fit;

import org.jspecify.annotations.NullMarked;
