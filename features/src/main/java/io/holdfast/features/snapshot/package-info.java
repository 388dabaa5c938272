/** Reads a history and dates, produces one row of features for each customer and date, with the description that training takes. */
@NullMarked
package io.holdfast.features.snapshot;

import org.jspecify.annotations.NullMarked;
