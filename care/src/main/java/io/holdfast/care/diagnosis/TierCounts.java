package io.holdfast.care.diagnosis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How many customers each tier has, how many of them in each group, and how many may be asked why: one count for all lists in which it stands. */
final class TierCounts {
    private final Map<String, Count> customers = new TreeMap<>();
    private final Map<String, Map<Group, Count>> groups = new TreeMap<>();
    private final Map<String, Map<Group, Count>> asked = new TreeMap<>();
    private final Map<Group, List<Count>> undecided = new EnumMap<>(Group.class);
    private final Count notAsked;
    private final Set<String> alone;
    private final Suppression suppression;

    /**
     * The counts of a month.
     *
     * @param sizes customers by tier, of whom a decision stood
     * @param alone tiers with a line of their own
     */
    TierCounts(
            List<Sighting> now,
            Map<String, Integer> sizes,
            List<String> alone,
            MonthCounts month,
            Suppression suppression) {
        this.alone = new HashSet<>(alone);
        this.suppression = suppression;
        Set<String> tiers = new TreeSet<>(sizes.keySet());
        now.forEach(sighting -> tiers.add(sighting.tier()));
        int out = (int) now.stream().filter(sighting -> !sighting.interview()).count();
        notAsked = Count.of(out);
        List<Count> left = new ArrayList<>();
        for (String tier : tiers) {
            List<Sighting> own = now.stream()
                    .filter(sighting -> sighting.tier().equals(tier))
                    .toList();
            left.addAll(tier(tier, own, sizes.getOrDefault(tier, 0)));
        }
        suppression.sum(notAsked, left);
        suppression.sum(month.customers(), List.copyOf(customers.values()));
        for (Group group : Group.values()) {
            suppression.sum(
                    month.in(group), tiers.stream().map(tier -> in(tier, group)).toList());
            suppression.sum(month.undecided(group), undecided.getOrDefault(group, List.of()));
        }
    }

    /** Returns who may not be asked, by group. */
    private List<Count> tier(String tier, List<Sighting> own, int size) {
        List<Count> parts = new ArrayList<>();
        List<Count> left = new ArrayList<>();
        int none = size;
        for (Group group : Group.values()) {
            List<Sighting> all =
                    own.stream().filter(sighting -> sighting.group() == group).toList();
            int decided = (int) all.stream().filter(Sighting::counted).count();
            int may = (int) all.stream().filter(Sighting::interview).count();
            Count in = count(tier, decided);
            Count ask = Count.of(may);
            Count not = Count.unseen(all.size() - may);
            Count whole = Count.missing(all.size());
            Count without = Count.missing(all.size() - decided);
            undecided.computeIfAbsent(group, key -> new ArrayList<>()).add(without);
            suppression.sum(whole, List.of(in, without));
            suppression.sum(whole, List.of(ask, not));
            groups.computeIfAbsent(tier, key -> new EnumMap<>(Group.class)).put(group, in);
            asked.computeIfAbsent(tier, key -> new EnumMap<>(Group.class)).put(group, ask);
            parts.add(in);
            left.add(not);
            none -= decided;
        }
        Count all = count(tier, size);
        customers.put(tier, all);
        parts.add(Count.unseen(none));
        suppression.sum(all, parts);
        return left;
    }

    private Count count(String tier, int number) {
        return alone.contains(tier) ? Count.of(number) : Count.unseen(number);
    }

    Count customers(String tier) {
        return customers.getOrDefault(tier, Count.open(0));
    }

    Count in(String tier, Group group) {
        return groups.getOrDefault(tier, Map.of()).getOrDefault(group, Count.open(0));
    }

    Count asked(String tier, Group group) {
        return asked.getOrDefault(tier, Map.of()).getOrDefault(group, Count.open(0));
    }

    Count notAsked() {
        return notAsked;
    }

    /** All tiers without a line of their own. */
    List<String> others() {
        return customers.keySet().stream().filter(tier -> !alone.contains(tier)).toList();
    }
}
