package io.holdfast.care.diagnosis;

import java.util.List;
import java.util.Map;

/**
 * A group this month.
 *
 * @param group which
 * @param change of its share among all customers
 * @param reasons by kind of evidence, the commonest first, small ones pooled at the end
 */
public record GroupLine(Group group, Change change, Map<Evidence, List<ReasonLine>> reasons) {
    /** Keeps a copy. */
    public GroupLine {
        reasons = Map.copyOf(reasons);
    }
}
