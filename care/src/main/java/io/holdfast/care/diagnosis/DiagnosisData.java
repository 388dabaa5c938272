package io.holdfast.care.diagnosis;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/**
 * What a diagnosis is made of.
 *
 * @param sightings at most one for each customer and month, in any order
 * @param counts one for each month and tier
 * @param covers one for each month in which somebody is counted
 * @param eventful months in which a decision was made, or of which an outcome was reported
 * @param evident codes of reasons that somebody, of a group or not, has by whatever evidence
 */
public record DiagnosisData(
        List<Sighting> sightings,
        List<MonthCount> counts,
        List<MonthCover> covers,
        Set<YearMonth> eventful,
        Set<String> evident) {
    /** Keeps copies. */
    public DiagnosisData {
        sightings = List.copyOf(sightings);
        counts = List.copyOf(counts);
        covers = List.copyOf(covers);
        eventful = Set.copyOf(eventful);
        evident = Set.copyOf(evident);
    }
}
