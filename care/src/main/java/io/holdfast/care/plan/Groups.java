package io.holdfast.care.plan;

import io.holdfast.care.playbook.ValueTier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which rows are one customer, and whose households share an arm. */
final class Groups {
    private final int[] starts;
    private final int[] rows;
    private final Map<String, Optional<ValueTier>> householdTiers = new HashMap<>();

    Groups(List<PlanCustomer> customers, Screening screening) {
        Map<String, Integer> byId = new HashMap<>(customers.size() * 2);
        int[] group = new int[customers.size()];
        int[] sizes = new int[customers.size() + 1];
        for (int row = 0; row < group.length; row++) {
            PlanCustomer customer = customers.get(row);
            Integer known = byId.putIfAbsent(customer.id(), byId.size());
            group[row] = known == null ? byId.size() - 1 : known;
            sizes[group[row]]++;
            if (!customer.household().isEmpty()) {
                householdTiers.merge(customer.household(), screening.tier(customer), Groups::higher);
            }
        }
        starts = new int[byId.size() + 1];
        for (int i = 0; i < byId.size(); i++) {
            starts[i + 1] = starts[i] + sizes[i];
        }
        rows = new int[group.length];
        int[] next = starts.clone();
        for (int row = 0; row < group.length; row++) {
            rows[next[group[row]]++] = row;
        }
    }

    private static Optional<ValueTier> higher(Optional<ValueTier> a, Optional<ValueTier> b) {
        return a.isEmpty() || (b.isPresent() && b.get().compareTo(a.get()) < 0) ? b : a;
    }

    int count() {
        return starts.length - 1;
    }

    int start(int group) {
        return starts[group];
    }

    int end(int group) {
        return starts[group + 1];
    }

    int row(int position) {
        return rows[position];
    }

    /** The tier by which the arm is drawn: the highest in the household, so that its members stand on one side. */
    Optional<ValueTier> armTier(PlanCustomer customer, Optional<ValueTier> own) {
        return customer.household().isEmpty()
                ? own
                : householdTiers.getOrDefault(customer.household(), Optional.empty());
    }
}
