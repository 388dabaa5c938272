/** What a company records: dated events, attributes that change, and ids; produced by the simulation, read by whoever keeps a history. */
@NullMarked
package io.holdfast.simulation.event;

import org.jspecify.annotations.NullMarked;
