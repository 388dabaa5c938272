package io.holdfast.care.diagnosis;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Counts codes. */
final class Tally {
    private final Map<String, Integer> counts = new TreeMap<>();

    static Tally of(List<Sighting> sightings, Function<Sighting, Optional<String>> code) {
        Tally tally = new Tally();
        sightings.forEach(
                sighting -> code.apply(sighting).filter(text -> !text.isEmpty()).ifPresent(text -> tally.add(text, 1)));
        return tally;
    }

    void add(String code, int times) {
        counts.merge(code, times, Integer::sum);
    }

    int of(String code) {
        return counts.getOrDefault(code, 0);
    }

    int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The commonest first, equal ones by code. */
    List<String> commonest() {
        return counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Integer> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }
}
