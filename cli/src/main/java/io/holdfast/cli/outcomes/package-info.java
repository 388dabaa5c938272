/** Reads a file of what became of customers, produces the reports a store takes, and says of each line what came of it. */
@NullMarked
package io.holdfast.cli.outcomes;

import org.jspecify.annotations.NullMarked;
