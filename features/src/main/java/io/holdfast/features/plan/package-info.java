/** Reads the description of a history, produces features as SQL text that more than one engine understands. */
@NullMarked
package io.holdfast.features.plan;

import org.jspecify.annotations.NullMarked;
