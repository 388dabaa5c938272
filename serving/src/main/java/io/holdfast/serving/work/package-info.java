/** Reads what an agent reports of a customer on the work list, produces what becomes of the work item. */
@NullMarked
package io.holdfast.serving.work;

import org.jspecify.annotations.NullMarked;
