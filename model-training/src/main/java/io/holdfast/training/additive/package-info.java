/**
 * The additive engine: reads the learning rows of a table, produces an additive model of one table per column and a few over
 * two or three.
 */
@NullMarked
package io.holdfast.training.additive;

import org.jspecify.annotations.NullMarked;
