/** Reads a history and a date, produces what is known of each unit without a trained model: how long it was silent, its purchases, its contract's end; and who left when. */
@NullMarked
package io.holdfast.features.baseline;

import org.jspecify.annotations.NullMarked;
