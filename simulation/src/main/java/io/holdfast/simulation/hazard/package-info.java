/** Why customers leave: reads a customer's circumstances, produces the true intensity of every cause. */
@NullMarked
package io.holdfast.simulation.hazard;

import org.jspecify.annotations.NullMarked;
