/** Reads binned columns and a target, produces per bag the tables that cyclic Newton boosting fills, one per column or group of columns. */
@NullMarked
package io.holdfast.training.additive.boosting;

import org.jspecify.annotations.NullMarked;
