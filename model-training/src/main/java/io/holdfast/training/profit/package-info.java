/** Reads what contacting and losing customers costs beside how a model ranks them, produces the profit of contacting the first of the list. */
@NullMarked
package io.holdfast.training.profit;

import org.jspecify.annotations.NullMarked;
