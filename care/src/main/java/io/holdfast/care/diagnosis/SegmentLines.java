package io.holdfast.care.diagnosis;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes what is said of parts of the customers, and of months. */
final class SegmentLines {
    private static final int LEADING = 3;
    private static final int LONGEST = 20;

    private SegmentLines() {}

    static List<SegmentLine> tiers(List<Sighting> now, List<MonthCount> counts) {
        Map<String, Integer> sizes = new TreeMap<>();
        counts.forEach(count -> sizes.merge(count.tier(), count.customers(), Integer::sum));
        // Those without a decision are no part of what tiers are of.
        return lines(now.stream().filter(Sighting::counted).toList(), Sighting::tier, sizes);
    }

    /** Of owners only those with a customer in a group are known. */
    static List<SegmentLine> owners(List<Sighting> now) {
        List<Sighting> owned =
                now.stream().filter(sighting -> !sighting.owner().isEmpty()).toList();
        return owned.isEmpty() ? List.of() : lines(owned, Sighting::owner, Map.of());
    }

    /** The unknown, the small and what is too much for a list make one line. */
    private static List<SegmentLine> lines(
            List<Sighting> now, Function<Sighting, String> name, Map<String, Integer> sizes) {
        Map<String, List<Sighting>> parts =
                now.stream().collect(Collectors.groupingBy(name, TreeMap::new, Collectors.toList()));
        List<String> large = parts.keySet().stream()
                .filter(part -> !part.isEmpty() && size(parts, part) >= Diagnosis.FEWEST)
                .sorted(Comparator.comparing((String part) -> -sizes.getOrDefault(part, 0))
                        .thenComparing(part -> -size(parts, part)))
                .limit(LONGEST)
                .toList();
        List<SegmentLine> lines = new ArrayList<>();
        large.forEach(part -> lines.add(line(part, parts.getOrDefault(part, List.of()), sizes.getOrDefault(part, 0))));
        List<Sighting> rest = now.stream()
                .filter(sighting -> !large.contains(name.apply(sighting)))
                .toList();
        if (rest.size() >= Diagnosis.FEWEST) {
            int size = sizes.entrySet().stream()
                    .filter(entry -> !large.contains(entry.getKey()))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            lines.add(line("", rest, size));
            return hiding(lines, List.of());
        }
        return hiding(lines, rest);
    }

    /** All parts of a group make up the group, whose count is shown; so do those that have no line of their own. */
    private static List<SegmentLine> hiding(List<SegmentLine> lines, List<Sighting> unnamed) {
        List<Set<Group>> hidden = new ArrayList<>();
        lines.forEach(line -> hidden.add(EnumSet.noneOf(Group.class)));
        for (Group group : Group.values()) {
            List<Integer> parts = new ArrayList<>();
            lines.forEach(line -> parts.add(line.groups().getOrDefault(group, 0)));
            parts.add((int) unnamed.stream()
                    .filter(sighting -> sighting.group() == group)
                    .count());
            List<OptionalInt> shown = SmallCounts.shown(parts);
            for (int i = 0; i < lines.size(); i++) {
                if (shown.get(i).isEmpty()) {
                    hidden.get(i).add(group);
                }
            }
        }
        List<SegmentLine> hiding = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            hiding.add(lines.get(i).hiding(hidden.get(i)));
        }
        return hiding;
    }

    private static int size(Map<String, List<Sighting>> parts, String part) {
        return parts.getOrDefault(part, List.of()).size();
    }

    private static SegmentLine line(String name, List<Sighting> sightings, int customers) {
        // Of an unknown number of customers there is no share that those without a decision could spoil.
        Map<Group, Integer> groups = counted(sightings, customers > 0);
        return new SegmentLine(name, customers, groups, Set.of(), leading(sightings));
    }

    static MonthLine month(YearMonth month, int customers, List<Sighting> sightings) {
        return new MonthLine(month, customers, counted(sightings, true), leading(sightings));
    }

    private static Map<Group, Integer> counted(List<Sighting> sightings, boolean decided) {
        Map<Group, Integer> groups = new EnumMap<>(Group.class);
        sightings.stream()
                .filter(sighting -> sighting.counted() || !decided)
                .forEach(sighting -> groups.merge(sighting.group(), 1, Integer::sum));
        return groups;
    }

    private static List<String> leading(List<Sighting> sightings) {
        Tally tally = Tally.of(sightings, Sighting::model);
        return tally.commonest().stream()
                .filter(code -> tally.of(code) >= Diagnosis.FEWEST)
                .limit(LEADING)
                .toList();
    }
}
