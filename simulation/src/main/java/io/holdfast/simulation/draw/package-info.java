/** Chance: reads a seed and what a draw is for, produces numbers that no other draw disturbs. */
@NullMarked
package io.holdfast.simulation.draw;

import org.jspecify.annotations.NullMarked;
