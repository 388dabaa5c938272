package io.holdfast.care.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A part of the customers this month.
 *
 * @param name tier or owner; empty for the unknown, the small ones and those beyond the longest list together
 * @param customers of whom a decision stood, whether in a group or not; 0 where only those of the groups are known
 * @param groups how many of these in each group
 * @param hidden groups whose count must not be shown
 * @param leading the codes that lead by the model in any group, the commonest first, three at most
 */
public record SegmentLine(
        String name, int customers, Map<Group, Integer> groups, Set<Group> hidden, List<String> leading) {
    /** Keeps copies. */
    public SegmentLine {
        groups = Map.copyOf(groups);
        hidden = Set.copyOf(hidden);
        leading = List.copyOf(leading);
    }

    /** How many in a group; empty where that must not be shown. */
    public OptionalInt shown(Group group) {
        return hidden.contains(group) ? OptionalInt.empty() : OptionalInt.of(groups.getOrDefault(group, 0));
    }

    SegmentLine hiding(Set<Group> more) {
        return new SegmentLine(name, customers, groups, more, leading);
    }
}
