package io.holdfast.features.snapshot;

import io.holdfast.features.baseline.Departure;
import io.holdfast.features.baseline.UnitFacts;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What there is to a table to learn from besides its rows.
 *
 * @param said what there is to say, one sentence each
 * @param facts by as-of date, what needs no trained model
 * @param departures who left when, by unit and day
 * @param care what the log of care did to the rows; empty where the estimand is usual-care
 */
public record TrainingSnapshot(
        List<String> said, SortedMap<LocalDate, UnitFacts> facts, List<Departure> departures, Optional<CareRows> care) {
    /** Keeps copies. */
    public TrainingSnapshot {
        said = List.copyOf(said);
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        departures = List.copyOf(departures);
    }

    /** What was known before a date of the table. */
    public UnitFacts facts(LocalDate asOf) {
        UnitFacts found = facts.get(asOf);
        if (found == null) {
            throw new IllegalArgumentException("asOf: " + asOf + " (expected: one of " + facts.keySet() + ")");
        }
        return found;
    }
}
