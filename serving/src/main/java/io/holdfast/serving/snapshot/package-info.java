/** Reads a feature table, produces customers that are found by their id; values are kept coded, so that millions fit into memory. */
@NullMarked
package io.holdfast.serving.snapshot;

import org.jspecify.annotations.NullMarked;
