/**
 * Tribuo's logistic regression, the honest baseline: reads the training rows of a table, produces an additive model of one
 * straight line per number and one table per category.
 */
@NullMarked
package io.holdfast.training.logistic;

import org.jspecify.annotations.NullMarked;
