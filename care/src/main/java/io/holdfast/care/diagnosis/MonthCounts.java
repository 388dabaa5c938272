package io.holdfast.care.diagnosis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many customers a month has, and how many in each group: one count for all lists in which it stands. */
final class MonthCounts {
    private final Count customers;
    private final Map<Group, Count> groups = new EnumMap<>(Group.class);

    /**
     * The counts of a month.
     *
     * @param customers of whom a decision stood
     * @param sightings of the month; those of whom none stood are not counted
     */
    MonthCounts(int customers, List<Sighting> sightings, Suppression suppression) {
        this.customers = Count.main(customers);
        int none = customers;
        for (Group group : Group.values()) {
            int size = (int) sightings.stream()
                    .filter(sighting -> sighting.group() == group && sighting.counted())
                    .count();
            groups.put(group, Count.main(size));
            none -= size;
        }
        List<Count> parts = new ArrayList<>(groups.values());
        parts.add(Count.unseen(none));
        suppression.sum(this.customers, parts);
    }

    Count customers() {
        return customers;
    }

    Count in(Group group) {
        return groups.getOrDefault(group, Count.of(0));
    }

    Map<Group, Count> groups() {
        return groups;
    }
}
