package io.holdfast.features.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Customers with equal histories, counted, in ascending order: the likelihood then costs one term per group and does not know the order of rows. */
final class PurchaseGroups {
    private final int[] frequency;
    private final int[] recency;
    private final int[] age;
    private final int[] customers;

    private PurchaseGroups(List<int[]> groups) {
        frequency = groups.stream().mapToInt(group -> group[0]).toArray();
        recency = groups.stream().mapToInt(group -> group[1]).toArray();
        age = groups.stream().mapToInt(group -> group[2]).toArray();
        customers = groups.stream().mapToInt(group -> group[3]).toArray();
    }

    static PurchaseGroups of(PurchaseHistories histories) {
        int[][] rows = new int[histories.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new int[] {histories.frequency(i), histories.recency(i), histories.age(i), 1};
        }
        Arrays.sort(
                rows,
                Comparator.<int[]>comparingInt(row -> row[0])
                        .thenComparingInt(row -> row[1])
                        .thenComparingInt(row -> row[2]));
        List<int[]> groups = new ArrayList<>();
        for (int[] row : rows) {
            int last = groups.size() - 1;
            if (last >= 0 && Arrays.equals(groups.get(last), 0, 3, row, 0, 3)) {
                groups.get(last)[3]++;
            } else {
                groups.add(row);
            }
        }
        return new PurchaseGroups(groups);
    }

    int size() {
        return frequency.length;
    }

    int frequency(int group) {
        return frequency[group];
    }

    int recency(int group) {
        return recency[group];
    }

    int age(int group) {
        return age[group];
    }

    int customers(int group) {
        return customers[group];
    }

    int oldest() {
        return Arrays.stream(age).max().orElse(0);
    }
}
