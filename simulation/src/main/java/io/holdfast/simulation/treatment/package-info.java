/** What care does: reads an action and how long ago it was, produces what becomes of every cause's intensity. */
@NullMarked
package io.holdfast.simulation.treatment;

import org.jspecify.annotations.NullMarked;
