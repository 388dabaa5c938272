/**
 * Reads a user's mistake, produces the one sentence that tells it: what is wrong, where, which value, what was expected.
 */
@NullMarked
package io.holdfast.scoring.fault;

import org.jspecify.annotations.NullMarked;
