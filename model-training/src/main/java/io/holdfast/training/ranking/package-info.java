/** Reads what rows are to be ordered by, produces their order. */
@NullMarked
package io.holdfast.training.ranking;

import org.jspecify.annotations.NullMarked;
