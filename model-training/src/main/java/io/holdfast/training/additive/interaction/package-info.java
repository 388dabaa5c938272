/** Reads what the bags have not yet learned, produces the pairs and triples of columns worth a table of their own. */
@NullMarked
package io.holdfast.training.additive.interaction;

import org.jspecify.annotations.NullMarked;
