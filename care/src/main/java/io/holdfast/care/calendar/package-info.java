/** Reads a year, produces the days of its holidays, those of the Chinese calendar among them. */
@NullMarked
package io.holdfast.care.calendar;

import org.jspecify.annotations.NullMarked;
