package io.holdfast.care.diagnosis;

import java.util.List;
import java.util.Map;

/**
 * A group this month.
 *
 * @param group which
 * @param change of its share among all customers of whom a decision stood in the month; of nobody in a month without any
 * @param undecided those of the group of whom none stood: they have their reasons below, and no part in the share
 * @param reasons by kind of evidence, the commonest first, small ones pooled at the end
 */
public record GroupLine(Group group, Change change, Count undecided, Map<Evidence, List<ReasonLine>> reasons) {
    /** Keeps a copy. */
    public GroupLine {
        reasons = Map.copyOf(reasons);
    }
}
