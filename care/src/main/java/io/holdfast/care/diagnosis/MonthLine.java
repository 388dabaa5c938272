package io.holdfast.care.diagnosis;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * One month of the course of things.
 *
 * @param month which
 * @param customers of whom a decision stood in it
 * @param groups how many of these in each, all three
 * @param leading the codes that lead by the model in any group, the commonest first, three at most
 */
public record MonthLine(YearMonth month, Count customers, Map<Group, Count> groups, List<String> leading) {
    /** Keeps copies. */
    public MonthLine {
        groups = Map.copyOf(groups);
        leading = List.copyOf(leading);
    }

    /** How many in a group. */
    public Count in(Group group) {
        return groups.getOrDefault(group, Count.of(0));
    }
}
