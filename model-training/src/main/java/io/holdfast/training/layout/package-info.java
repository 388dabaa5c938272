/**
 * Reads cells of text, produces lines for a terminal in which they stand aligned.
 */
@NullMarked
package io.holdfast.training.layout;

import org.jspecify.annotations.NullMarked;
