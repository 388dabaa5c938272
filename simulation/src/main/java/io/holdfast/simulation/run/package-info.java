/**
 * Customers with known truth: reads settings and, month by month, the care that is given; produces who left, why, and what the hazards were
 * with and without that care.
 */
@NullMarked
package io.holdfast.simulation.run;

import org.jspecify.annotations.NullMarked;
