/**
 * Reads a CSV file strictly, produces its rows as text, or the one sentence that says what is wrong with it; writes rows the other way.
 */
@NullMarked
package io.holdfast.scoring.table;

import org.jspecify.annotations.NullMarked;
