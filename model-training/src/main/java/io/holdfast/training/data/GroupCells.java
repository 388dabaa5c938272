package io.holdfast.training.data;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Numbers the groups of rows from 0, in the order in which they first appear; a row without a group is one of its own. */
final class GroupCells {
    private final Set<String> missing;
    private final Map<String, Integer> known = new HashMap<>();
    private final RowNumbers groups = new RowNumbers();
    private int next;

    GroupCells(Set<String> missing) {
        this.missing = missing;
    }

    void add(String cell) {
        if (missing.contains(cell)) {
            addAlone();
            return;
        }
        Integer group = known.putIfAbsent(cell, next);
        groups.add(group == null ? next++ : group);
    }

    void addAlone() {
        groups.add(next++);
    }

    int[] build() {
        return groups.ints();
    }
}
