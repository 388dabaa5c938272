/** Reads two bundles and a table whose outcome is known, produces a comparison of what they say about rows that neither was trained on. */
@NullMarked
package io.holdfast.training.comparison;

import org.jspecify.annotations.NullMarked;
