/** Reads a table, produces the parts a model is trained, calibrated and judged on, which share no customer and no near-copy. */
@NullMarked
package io.holdfast.training.split;

import org.jspecify.annotations.NullMarked;
