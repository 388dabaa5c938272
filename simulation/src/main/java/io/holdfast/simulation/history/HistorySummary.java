package io.holdfast.simulation.history;

import io.holdfast.simulation.hazard.Cause;
import java.util.EnumMap;
import java.util.Map;

/**
 * What was written.
 *
 * @param units lines or customers
 * @param unitMonths months that units were at risk, in all
 * @param events lines of the event file, dirt included
 * @param leaves how many left by each cause; every cause has an entry
 * @param dirt how many lines were made worse
 */
public record HistorySummary(int units, long unitMonths, long events, Map<Cause, Long> leaves, Dirt.Count dirt) {
    /** Copies the map. */
    public HistorySummary {
        leaves = new EnumMap<>(leaves);
    }
}
