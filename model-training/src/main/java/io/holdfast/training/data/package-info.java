/**
 * Reads a described table of customers whose outcome is known, produces its columns in memory; whatever is wrong with a
 * value refuses the file.
 */
@NullMarked
package io.holdfast.training.data;

import org.jspecify.annotations.NullMarked;
