package io.holdfast.simulation.run;

import io.holdfast.simulation.treatment.CareGiven;

/**
 * What became of one treatment.
 *
 * @param unit its number
 * @param given the action, and whether it got through; whoever had left before is not reached, and costs the contact all the same
 */
public record CareOutcome(int unit, CareGiven given) {}
