/** Reads decisions with their shadows and what became of the customers, produces what care brought about, as far as the lot can tell. */
@NullMarked
package io.holdfast.care.effect;

import org.jspecify.annotations.NullMarked;
