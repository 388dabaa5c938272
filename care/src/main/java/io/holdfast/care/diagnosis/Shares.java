package io.holdfast.care.diagnosis;

import io.holdfast.care.inference.FalseDiscovery;
import io.holdfast.care.inference.ShareChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Compares shares of two months, and tells which changes stand among all that were looked at. */
final class Shares {
    private static final double FALSE_SHARE = 0.05;

    private final List<Change> changes = new ArrayList<>();
    private final List<Double> pValues = new ArrayList<>();

    /** Customers with a trait, of how many. */
    record Pair(Count did, Count of) {
        private ShareChange.Month month() {
            return new ShareChange.Month(did.number(), of.number());
        }
    }

    /** Of a group among all customers; who else is in both months is not known, so that nobody is taken to be. */
    int add(MonthCounts now, MonthCounts before, Group group, boolean comparable) {
        return add(
                new Pair(now.in(group), now.customers()),
                new Pair(before.in(group), before.customers()),
                ShareChange.Overlap.NONE,
                comparable);
    }

    /** Of those with a trait among sightings of two months. */
    int add(
            Pair now,
            Pair before,
            List<Sighting> current,
            List<Sighting> earlier,
            Predicate<Sighting> trait,
            boolean comparable) {
        return add(now, before, overlap(current, earlier, trait), comparable);
    }

    private static ShareChange.Overlap overlap(List<Sighting> now, List<Sighting> before, Predicate<Sighting> trait) {
        Map<String, Boolean> earlier = new HashMap<>();
        before.forEach(sighting -> earlier.put(sighting.customer(), trait.test(sighting)));
        int all = 0;
        int nowDid = 0;
        int beforeDid = 0;
        int twice = 0;
        for (Sighting sighting : now) {
            if (earlier.containsKey(sighting.customer())) {
                boolean did = trait.test(sighting);
                boolean had = earlier.getOrDefault(sighting.customer(), false);
                all++;
                nowDid += did ? 1 : 0;
                beforeDid += had ? 1 : 0;
                twice += did && had ? 1 : 0;
            }
        }
        return new ShareChange.Overlap(all, nowDid, beforeDid, twice);
    }

    private int add(Pair now, Pair before, ShareChange.Overlap both, boolean comparable) {
        boolean known = comparable && !now.of().isNobody() && !before.of().isNobody();
        Optional<ShareChange> change =
                known ? Optional.of(ShareChange.of(now.month(), before.month(), both)) : Optional.empty();
        changes.add(
                new Change(now.did(), now.of(), before.did(), before.of(), change.map(ShareChange::difference), false));
        pValues.add(change.map(ShareChange::pValue).orElse(Double.NaN));
        return changes.size() - 1;
    }

    /** All changes, in the order in which they came (Benjamini and Hochberg 1995). */
    List<Change> judged() {
        int[] known = IntStream.range(0, changes.size())
                .filter(at -> !pValues.get(at).isNaN())
                .toArray();
        double[] adjusted = FalseDiscovery.adjusted(
                IntStream.of(known).mapToDouble(pValues::get).toArray());
        List<Change> judged = new ArrayList<>(changes);
        for (int i = 0; i < known.length; i++) {
            if (adjusted[i] <= FALSE_SHARE) {
                judged.set(known[i], changes.get(known[i]).found());
            }
        }
        return judged;
    }
}
