/** Reads a table, its folds and learners, produces out-of-fold probabilities and what they are worth, learner beside learner. */
@NullMarked
package io.holdfast.training.crossvalidation;

import org.jspecify.annotations.NullMarked;
