package io.holdfast.care.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes what is said of parts of the customers. The unknown, the small and what is too much for a list make one line. */
final class SegmentLines {
    private static final int LEADING = 3;
    private static final int LONGEST = 20;

    private final Map<String, List<Sighting>> parts;
    private final List<String> alone;
    private final List<Sighting> rest;
    private final Suppression suppression;

    private SegmentLines(
            List<Sighting> now, Function<Sighting, String> name, Map<String, Integer> sizes, Suppression suppression) {
        this.suppression = suppression;
        parts = now.stream().collect(Collectors.groupingBy(name, TreeMap::new, Collectors.toList()));
        alone = parts.keySet().stream()
                .filter(part -> !part.isEmpty() && of(part).size() >= Diagnosis.FEWEST)
                .sorted(Comparator.comparing((String part) -> -sizes.getOrDefault(part, 0))
                        .thenComparing(part -> -of(part).size()))
                .limit(LONGEST)
                .toList();
        rest = now.stream()
                .filter(sighting -> !alone.contains(name.apply(sighting)))
                .toList();
    }

    private List<Sighting> of(String part) {
        return parts.getOrDefault(part, List.of());
    }

    private boolean hasRest() {
        return rest.size() >= Diagnosis.FEWEST;
    }

    /** Tiers with a line of their own, the most customers first; those without a decision are no part of what tiers are of. */
    static List<String> tiersAlone(List<Sighting> now, Map<String, Integer> sizes) {
        return tiers(now, sizes, new Suppression()).alone;
    }

    private static SegmentLines tiers(List<Sighting> now, Map<String, Integer> sizes, Suppression suppression) {
        return new SegmentLines(now.stream().filter(Sighting::counted).toList(), Sighting::tier, sizes, suppression);
    }

    static List<SegmentLine> tiers(
            List<Sighting> now, Map<String, Integer> sizes, TierCounts counts, Suppression suppression) {
        SegmentLines tiers = tiers(now, sizes, suppression);
        List<SegmentLine> lines = new ArrayList<>();
        for (String tier : tiers.alone) {
            Map<Group, Count> groups = new EnumMap<>(Group.class);
            for (Group group : Group.values()) {
                groups.put(group, counts.in(tier, group));
            }
            lines.add(line(tier, Optional.of(counts.customers(tier)), groups, tiers.of(tier)));
        }
        if (tiers.hasRest()) {
            List<String> others = counts.others();
            Map<Group, Count> groups = new EnumMap<>(Group.class);
            for (Group group : Group.values()) {
                groups.put(
                        group,
                        tiers.together(others.stream()
                                .map(tier -> counts.in(tier, group))
                                .toList()));
            }
            Count customers =
                    tiers.together(others.stream().map(counts::customers).toList());
            lines.add(line("", Optional.of(customers), groups, tiers.rest));
        }
        return lines;
    }

    private Count together(List<Count> parts) {
        Count sum = Count.of(parts.stream().mapToInt(Count::number).sum());
        suppression.sum(sum, parts);
        return sum;
    }

    /** Of owners only those with a customer in a group are known, so that there is no share that those without a decision could spoil. */
    static List<SegmentLine> owners(List<Sighting> now, MonthCounts month, Suppression suppression) {
        List<Sighting> owned =
                now.stream().filter(sighting -> !sighting.owner().isEmpty()).toList();
        SegmentLines owners = new SegmentLines(owned, Sighting::owner, Map.of(), suppression);
        List<Map<Group, Count>> counts = new ArrayList<>();
        owners.alone.forEach(owner -> counts.add(new EnumMap<>(Group.class)));
        Map<Group, Count> others = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            List<Count> parts = new ArrayList<>();
            for (int i = 0; i < counts.size(); i++) {
                Count part = Count.of(size(owners.of(owners.alone.get(i)), group));
                counts.get(i).put(group, part);
                parts.add(part);
            }
            int rest = size(owners.rest, group);
            Count other = owners.hasRest() ? Count.of(rest) : Count.unseen(rest);
            others.put(group, other);
            parts.add(other);
            parts.add(Count.unseen(size(now, group) - size(owned, group)));
            suppression.sum(month.whole(group), parts);
        }
        List<SegmentLine> lines = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            String owner = owners.alone.get(i);
            lines.add(line(owner, Optional.empty(), counts.get(i), owners.of(owner)));
        }
        if (owners.hasRest()) {
            lines.add(line("", Optional.empty(), others, owners.rest));
        }
        return lines;
    }

    private static int size(List<Sighting> sightings, Group group) {
        return (int)
                sightings.stream().filter(sighting -> sighting.group() == group).count();
    }

    private static SegmentLine line(
            String name, Optional<Count> customers, Map<Group, Count> groups, List<Sighting> sightings) {
        return new SegmentLine(name, customers, groups, leading(sightings));
    }

    /** The codes that lead by the model in any group, the commonest first. */
    static List<String> leading(List<Sighting> sightings) {
        Tally tally = Tally.of(sightings, Sighting::model);
        return tally.commonest().stream()
                .filter(code -> tally.of(code) >= Diagnosis.FEWEST)
                .limit(LEADING)
                .toList();
    }
}
