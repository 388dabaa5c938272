/** The worlds that can be simulated: reads a name, produces the constants of that trade. */
@NullMarked
package io.holdfast.simulation.world;

import org.jspecify.annotations.NullMarked;
