package io.holdfast.training.data;

import java.util.Arrays;
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
        Integer group = missing.contains(cell) ? null : known.putIfAbsent(cell, next);
        groups.add(group == null ? next++ : group);
    }

    int[] build() {
        int[] numbers = new int[groups.size()];
        Arrays.setAll(numbers, row -> (int) groups.get(row));
        return numbers;
    }
}
