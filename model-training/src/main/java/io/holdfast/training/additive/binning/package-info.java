/** Reads the feature columns of the learning rows, produces one byte a cell, and says which columns repeat others. */
@NullMarked
package io.holdfast.training.additive.binning;

import org.jspecify.annotations.NullMarked;
