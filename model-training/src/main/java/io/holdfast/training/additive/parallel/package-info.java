/** Runs independent, numbered pieces of work on several threads, so that the result does not depend on how many there are. */
@NullMarked
package io.holdfast.training.additive.parallel;

import org.jspecify.annotations.NullMarked;
