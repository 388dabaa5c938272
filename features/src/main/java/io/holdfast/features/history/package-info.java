/** Reads {@code history.yaml}, produces the description of a history: sources of dated events, kinds, measures, attributes, ids and cleaning rules. */
@NullMarked
package io.holdfast.features.history;

import org.jspecify.annotations.NullMarked;
