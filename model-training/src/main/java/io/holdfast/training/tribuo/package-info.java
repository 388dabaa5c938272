/** The way to Tribuo: reads rows of a table in memory, produces the examples that any Tribuo trainer learns from. */
@NullMarked
package io.holdfast.training.tribuo;

import org.jspecify.annotations.NullMarked;
