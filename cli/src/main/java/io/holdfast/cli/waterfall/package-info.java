/** Reads one customer's explained score, produces lines of text that show how its parts add up. */
@NullMarked
package io.holdfast.cli.waterfall;

import org.jspecify.annotations.NullMarked;
