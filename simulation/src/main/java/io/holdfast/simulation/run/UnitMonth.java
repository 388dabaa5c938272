package io.holdfast.simulation.run;

import io.holdfast.simulation.hazard.Intensities;
import io.holdfast.simulation.treatment.Reach;

/**
 * The truth about a unit that was at risk in a month. The hazards are those of the month's first moment and depend on nothing that happens in it,
 * except the care given in it.
 *
 * @param unit its number
 * @param untreated what pulled it away had it never had any care
 * @param treated what pulled it away under the care it had, this month's included; equal to {@code untreated} without any
 * @param reach how care would have got through to it
 * @param revenue cents earned with it before concessions
 * @param concession cents given away by care
 */
public record UnitMonth(
        int unit, Intensities untreated, Intensities treated, Reach reach, long revenue, long concession) {}
