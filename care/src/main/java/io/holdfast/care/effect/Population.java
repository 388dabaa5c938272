package io.holdfast.care.effect;

import io.holdfast.care.inference.SampleRatio;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Those whom the lot alone tells apart, out of all with a decision. */
final class Population {
    private static final Comparator<DecidedUnit> ORDER =
            Comparator.comparing(DecidedUnit::decidedAt).thenComparing(DecidedUnit::plan);

    private final List<DecidedUnit> measured;
    private final List<DecidedUnit> later;
    private final CountedOut countedOut;

    private Population(List<DecidedUnit> measured, List<DecidedUnit> later, CountedOut countedOut) {
        this.measured = measured;
        this.later = later;
        this.countedOut = countedOut;
    }

    /**
     * Who is measured, by their first decision.
     *
     * @param units all decisions of the store, so that it is known which plan was a cluster's first
     * @param wanted those that are asked for
     */
    static Population of(List<DecidedUnit> units, Predicate<DecidedUnit> wanted) {
        List<DecidedUnit> chosen = new ArrayList<>();
        List<DecidedUnit> played = new ArrayList<>();
        Set<String> drawnApart = drawnApart(units);
        int outside = 0;
        int mixed = 0;
        int certain = 0;
        for (DecidedUnit unit : units) {
            if (unit.side() != Side.NOT_CHOSEN) {
                played.add(unit);
            }
            if (unit.side() == Side.OUTSIDE) {
                outside += wanted.test(unit) ? 1 : 0;
            } else if (unit.isChosen() && (unit.mixed() || drawnApart.contains(unit.customer()))) {
                mixed += wanted.test(unit) ? 1 : 0;
            } else if (unit.isChosen() && !unit.isUncertain()) {
                certain += wanted.test(unit) ? 1 : 0;
            } else if (unit.isChosen()) {
                chosen.add(unit);
            }
        }
        played.sort(ORDER);
        Set<DecidedUnit> measurable = Collections.newSetFromMap(new IdentityHashMap<>());
        measurable.addAll(chosen);
        Map<String, DecidedUnit> earliest = earliest(played.stream()
                .filter(unit -> unit.isChosen() && unit.isUncertain())
                .toList());
        Map<String, Side> sides = new HashMap<>();
        Set<String> split = new HashSet<>();
        List<DecidedUnit> first = new ArrayList<>();
        Set<Owned> once = new HashSet<>();
        LaterDecisions trials = new LaterDecisions();
        int later = 0;
        for (DecidedUnit unit : played) {
            if (!measurable.contains(unit)) {
                trials.pass(unit);
                continue;
            }
            boolean firstPlan =
                    earliest.getOrDefault(unit.cluster(), unit).plan().equals(unit.plan());
            trials.add(unit, firstPlan);
            if (firstPlan && once.add(new Owned(unit.customer(), unit.unit(), unit.plan(), unit.side()))) {
                first.add(unit);
                Side known = sides.putIfAbsent(unit.cluster(), unit.side());
                if (known != null && known != unit.side()) {
                    split.add(unit.cluster());
                }
            } else {
                later += wanted.test(unit) ? 1 : 0;
            }
        }
        List<DecidedUnit> measured = new ArrayList<>();
        int torn = 0;
        for (DecidedUnit unit : first) {
            if (wanted.test(unit)) {
                if (split.contains(unit.cluster())) {
                    torn++;
                } else {
                    measured.add(unit);
                }
            }
        }
        return new Population(
                measured,
                trials.measured().stream().filter(wanted).toList(),
                new CountedOut(outside, mixed, certain, later, torn));
    }

    /** Those measured, with later decisions, too, each a trial by the lot that its campaign drew anew; a cluster then has several. */
    List<DecidedUnit> withLater() {
        List<DecidedUnit> all = new ArrayList<>(measured);
        all.addAll(later);
        return all;
    }

    /** Something of a customer in a plan: of two decisions about it, which a merge brings together, only one has all that became of it. */
    private record Owned(String customer, String unit, String plan, Side side) {}

    private record Draw(String cluster, String plan) {}

    private record Planned(String customer, String plan) {}

    /**
     * Customers for whom one plan drew in several clusters: merged from ids of different households. Those whose lots fell alike are out with the others: a share p held out by both and
     * one of 1 - p by neither would be kept as p squared against the square of 1 - p.
     */
    private static Set<String> drawnApart(List<DecidedUnit> units) {
        Map<Planned, String> first = new HashMap<>();
        Set<String> apart = new HashSet<>();
        for (DecidedUnit unit : units) {
            if (unit.isChosen()) {
                String known = first.putIfAbsent(new Planned(unit.customer(), unit.plan()), unit.cluster());
                if (known != null && !known.equals(unit.cluster())) {
                    apart.add(unit.customer());
                }
            }
        }
        return apart;
    }

    /** Of each cluster, the earliest decision by an uncertain lot about anybody in it, also from before their household was known, and about who is not measured. */
    private static Map<String, DecidedUnit> earliest(List<DecidedUnit> chosen) {
        Map<String, DecidedUnit> ofCustomer = new HashMap<>();
        chosen.forEach(unit -> ofCustomer.putIfAbsent(unit.customer(), unit));
        Map<String, DecidedUnit> ofCluster = new HashMap<>();
        for (DecidedUnit unit : chosen) {
            DecidedUnit first = ofCustomer.getOrDefault(unit.customer(), unit);
            ofCluster.merge(unit.cluster(), first, (one, other) -> ORDER.compare(other, one) < 0 ? other : one);
        }
        return ofCluster;
    }

    List<DecidedUnit> measured() {
        return measured;
    }

    CountedOut countedOut() {
        return countedOut;
    }

    /** Of first decisions. */
    SampleRatio sampleRatio() {
        return sampleRatio(measured);
    }

    /** Of the lots that campaigns drew anew for later ones. */
    SampleRatio laterSampleRatio() {
        return sampleRatio(later);
    }

    private static SampleRatio sampleRatio(List<DecidedUnit> units) {
        Map<Draw, DecidedUnit> draws = new LinkedHashMap<>();
        units.forEach(unit -> draws.putIfAbsent(new Draw(unit.cluster(), unit.plan()), unit));
        return SampleRatio.of(draws.values().stream()
                .map(unit -> new SampleRatio.Draw(unit.heldOutWith(), unit.side() == Side.SHADOW))
                .toList());
    }
}
