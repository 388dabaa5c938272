package io.holdfast.features.baseline;

import java.time.LocalDate;

/**
 * A unit left, in the way that a model is to foresee.
 *
 * @param unit its id
 * @param day of the leave; where leaving is silent, the day from which on it is no longer at risk
 */
public record Departure(String unit, LocalDate day) {}
