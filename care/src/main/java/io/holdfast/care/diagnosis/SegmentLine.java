package io.holdfast.care.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of the customers this month.
 *
 * @param name tier or owner; empty for the unknown, the small ones and those beyond the longest list together
 * @param customers of whom a decision stood, whether in a group or not; none where only those of the groups are known
 * @param groups how many of these in each group, all three
 * @param leading the codes that lead by the model in any group, the commonest first, three at most
 */
public record SegmentLine(String name, Optional<Count> customers, Map<Group, Count> groups, List<String> leading) {
    /** Keeps copies. */
    public SegmentLine {
        groups = Map.copyOf(groups);
        leading = List.copyOf(leading);
    }

    /** How many in a group. */
    public Count in(Group group) {
        return groups.getOrDefault(group, Count.of(0));
    }
}
