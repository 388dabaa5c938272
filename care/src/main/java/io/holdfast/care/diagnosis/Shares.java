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

    /** Of a group among all customers; who else is in both months is not known, so that nobody is taken to be. */
    int add(ShareChange.Month now, ShareChange.Month before, boolean comparable) {
        return add(now, before, ShareChange.Overlap.NONE, comparable);
    }

    /** Of those with a trait among sightings of two months. */
    int add(List<Sighting> now, List<Sighting> before, Predicate<Sighting> trait, boolean comparable) {
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
        return add(
                month(now, trait),
                month(before, trait),
                new ShareChange.Overlap(all, nowDid, beforeDid, twice),
                comparable);
    }

    private static ShareChange.Month month(List<Sighting> sightings, Predicate<Sighting> trait) {
        return new ShareChange.Month((int) sightings.stream().filter(trait).count(), sightings.size());
    }

    private int add(ShareChange.Month now, ShareChange.Month before, ShareChange.Overlap both, boolean comparable) {
        boolean known = comparable && now.all() > 0 && before.all() > 0;
        Optional<ShareChange> change = known ? Optional.of(ShareChange.of(now, before, both)) : Optional.empty();
        changes.add(Change.of(now, before, change.map(ShareChange::difference), false));
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
            Change change = changes.get(known[i]);
            judged.set(
                    known[i],
                    Change.of(change.now(), change.before(), change.difference(), adjusted[i] <= FALSE_SHARE));
        }
        return judged;
    }
}
