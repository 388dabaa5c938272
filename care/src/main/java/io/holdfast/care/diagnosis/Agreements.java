package io.holdfast.care.diagnosis;

import io.holdfast.care.inference.Estimate;
import io.holdfast.care.inference.WilsonInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares kinds of evidence, customer by customer. */
final class Agreements {
    /** Customers that a share of agreement takes. */
    private static final int FEWEST = 30;

    private Agreements() {}

    static List<Agreement> of(List<Sighting> sightings) {
        return List.of(
                of(sightings, Evidence.MODEL, Evidence.STATED),
                of(sightings, Evidence.MODEL, Evidence.CONFIRMED),
                of(sightings, Evidence.STATED, Evidence.CONFIRMED));
    }

    private static Agreement of(List<Sighting> sightings, Evidence one, Evidence other) {
        List<Sighting> both = new ArrayList<>();
        int alike = 0;
        for (Sighting sighting : latest(sightings, one, other)) {
            both.add(sighting);
            alike += one.of(sighting).equals(other.of(sighting)) ? 1 : 0;
        }
        Tally truth = Tally.of(both, other::of);
        double majority =
                both.isEmpty() ? 0 : (double) truth.of(truth.commonest().get(0)) / both.size();
        Optional<Estimate> share =
                both.size() < FEWEST ? Optional.empty() : Optional.of(WilsonInterval.of(alike, both.size()));
        return new Agreement(one, other, Count.of(both.size()), share, majority);
    }

    /** Each customer once, as last seen with both: the same answer does not count again every month. */
    private static List<Sighting> latest(List<Sighting> sightings, Evidence one, Evidence other) {
        Map<String, Sighting> latest = new TreeMap<>();
        for (Sighting sighting : sightings) {
            if (one.of(sighting).isPresent() && other.of(sighting).isPresent()) {
                latest.merge(
                        sighting.customer(),
                        sighting,
                        (old, late) -> late.month().isAfter(old.month()) ? late : old);
            }
        }
        return List.copyOf(latest.values());
    }
}
