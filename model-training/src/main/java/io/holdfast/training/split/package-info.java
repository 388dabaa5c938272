/** Reads a table, produces the parts a model is trained, calibrated and judged on; no group stands in two of them. */
@NullMarked
package io.holdfast.training.split;

import org.jspecify.annotations.NullMarked;
