/** The year: reads a month, produces its season and its festivals, lunar ones among them. */
@NullMarked
package io.holdfast.simulation.calendar;

import org.jspecify.annotations.NullMarked;
