/** The {@code holdfast} command: reads arguments, calls the modules, prints sentences and sets the exit code. */
@NullMarked
package io.holdfast.cli;

import org.jspecify.annotations.NullMarked;
