/** How a customer lives through a month: reads traits, state and chance, produces events and the next state. */
@NullMarked
package io.holdfast.simulation.behaviour;

import org.jspecify.annotations.NullMarked;
