package io.holdfast.care.diagnosis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many customers a month has, and how many in each group, with a decision and without: one count for all lists in which it stands. */
final class MonthCounts {
    private final Count customers;
    private final Map<Group, Count> groups = new EnumMap<>(Group.class);
    private final Map<Group, Count> undecided = new EnumMap<>(Group.class);
    private final Map<Group, Count> whole = new EnumMap<>(Group.class);

    /**
     * The counts of a month.
     *
     * @param customers of whom a decision stood
     * @param sightings of the month
     * @param latest whether it is the month that the diagnosis is of: of others it does not say of how many none stood
     */
    MonthCounts(int customers, List<Sighting> sightings, boolean latest, Suppression suppression) {
        this.customers = Count.main(customers);
        int none = customers;
        for (Group group : Group.values()) {
            List<Sighting> all = sightings.stream()
                    .filter(sighting -> sighting.group() == group)
                    .toList();
            int size = (int) all.stream().filter(Sighting::counted).count();
            int without = all.size() - size;
            groups.put(group, Count.main(size));
            undecided.put(group, latest ? Count.open(without) : Count.missing(without));
            whole.put(group, Count.missing(all.size()));
            suppression.sum(whole(group), List.of(in(group), undecided(group)));
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

    /** Those of a group of whom no decision stood. */
    Count undecided(Group group) {
        return undecided.getOrDefault(group, Count.open(0));
    }

    /** A group with those; it stands nowhere. */
    Count whole(Group group) {
        return whole.getOrDefault(group, Count.open(0));
    }

    Map<Group, Count> groups() {
        return groups;
    }
}
