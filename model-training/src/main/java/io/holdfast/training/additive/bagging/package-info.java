/** Reads labels and groups of the learning rows, produces the order in which the engine holds them: bag after bag. */
@NullMarked
package io.holdfast.training.additive.bagging;

import org.jspecify.annotations.NullMarked;
