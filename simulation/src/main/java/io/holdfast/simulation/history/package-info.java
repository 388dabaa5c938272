/** The simulation as files: reads a simulation month by month, produces a folder with a history and the truth beside it. */
@NullMarked
package io.holdfast.simulation.history;

import org.jspecify.annotations.NullMarked;
