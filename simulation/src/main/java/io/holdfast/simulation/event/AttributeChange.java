package io.holdfast.simulation.event;

/**
 * A fact about a unit that held from a moment on, until the next change of the same name.
 *
 * @param unit number of the unit, from 0
 * @param name of the attribute, e.g. {@code region}
 * @param value from then on; empty where there is none any more
 * @param validFrom since when it was so, in seconds from 1970, UTC
 * @param arrivedAt when the company knew, in seconds from 1970, UTC
 */
public record AttributeChange(int unit, String name, String value, long validFrom, long arrivedAt) {}
