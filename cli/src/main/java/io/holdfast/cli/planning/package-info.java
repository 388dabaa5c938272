/** Reads a table of customers, produces the customers of a plan; writes a plan as a table. */
@NullMarked
package io.holdfast.cli.planning;

import org.jspecify.annotations.NullMarked;
