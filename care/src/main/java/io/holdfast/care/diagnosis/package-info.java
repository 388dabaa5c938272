/** Reads who wavers, declines and has left, and what speaks for which cause, produces why customers leave, what answered it, and what to do next. */
@NullMarked
package io.holdfast.care.diagnosis;

import org.jspecify.annotations.NullMarked;
