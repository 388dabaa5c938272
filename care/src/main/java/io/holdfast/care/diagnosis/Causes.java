package io.holdfast.care.diagnosis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How many customers of a month's groups each kind of evidence names each cause for: one count for all lists in which it stands. */
final class Causes {
    private final Map<Group, Map<Evidence, Map<String, Count>>> counts = new EnumMap<>(Group.class);
    private final Suppression suppression;

    Causes(Suppression suppression) {
        this.suppression = suppression;
    }

    /**
     * Notes the causes of a group.
     *
     * @param known customers of whom there is this kind of evidence
     * @param alone codes with a line of their own
     * @return the counts of the lines, in the order of {@code alone}, and after them that of all other codes together
     */
    List<Count> add(Group group, Evidence evidence, Count known, Tally tally, List<String> alone) {
        Map<String, Count> own = new TreeMap<>();
        List<Count> lines = new ArrayList<>();
        for (String code : alone) {
            Count count = Count.of(tally.of(code));
            own.put(code, count);
            lines.add(count);
        }
        List<Count> pooled = new ArrayList<>();
        int sum = 0;
        for (String code : tally.commonest()) {
            if (!own.containsKey(code)) {
                Count count = Count.unseen(tally.of(code));
                own.put(code, count);
                pooled.add(count);
                sum += count.number();
            }
        }
        Count together = Count.of(sum);
        lines.add(together);
        suppression.sum(together, pooled);
        suppression.sum(known, lines);
        counts.computeIfAbsent(group, key -> new EnumMap<>(Evidence.class)).put(evidence, own);
        return lines;
    }

    /** For how many a kind of evidence names a cause; nobody where it does for none. */
    Count of(Group group, Evidence evidence, String code) {
        return counts.getOrDefault(group, Map.of())
                .getOrDefault(evidence, Map.of())
                .getOrDefault(code, Count.open(0));
    }

    /** For how many of several groups it does. */
    Count of(Set<Group> groups, Evidence evidence, String code) {
        List<Count> parts =
                groups.stream().map(group -> of(group, evidence, code)).toList();
        Count sum = Count.of(parts.stream().mapToInt(Count::number).sum());
        suppression.sum(sum, parts);
        return sum;
    }
}
