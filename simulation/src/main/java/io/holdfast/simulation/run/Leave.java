package io.holdfast.simulation.run;

import io.holdfast.simulation.hazard.Cause;

/**
 * A unit left.
 *
 * @param unit its number
 * @param at when, in seconds from 1970, UTC
 * @param cause the true one
 */
public record Leave(int unit, long at, Cause cause) {}
