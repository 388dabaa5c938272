/** Reads what a store says of work and of customers, and files of attempts; produces lines to read, a list to fill in, and attempts to report. */
@NullMarked
package io.holdfast.cli.work;

import org.jspecify.annotations.NullMarked;
