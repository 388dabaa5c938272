/** Reads a file of rows that people report, produces the reports a store takes, and says of each line what came of it. */
@NullMarked
package io.holdfast.cli.rows;

import org.jspecify.annotations.NullMarked;
