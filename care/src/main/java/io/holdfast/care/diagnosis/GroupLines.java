package io.holdfast.care.diagnosis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes what is said of the groups, with the changes against the month before. */
final class GroupLines {
    private final List<Sighting> now;
    private final List<Sighting> before;
    private final boolean comparable;
    private final Causes causes;
    private final Causes causesBefore;
    private final Suppression suppression;
    private final Shares shares = new Shares();

    private record Place(String code, int pooled, int at) {}

    /**
     * The groups of two months.
     *
     * @param comparable whether both tell of the same customers; else nothing that rests on decisions is compared
     * @param causes of this month, where those are noted that are found
     */
    GroupLines(List<Sighting> now, List<Sighting> before, boolean comparable, Causes causes, Suppression suppression) {
        this.now = now;
        this.before = before;
        this.comparable = comparable;
        this.causes = causes;
        this.causesBefore = new Causes(suppression);
        this.suppression = suppression;
    }

    List<GroupLine> of(MonthCounts countsNow, MonthCounts countsBefore) {
        Map<Group, Integer> sizes = new EnumMap<>(Group.class);
        Map<Group, Map<Evidence, List<Place>>> places = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            List<Sighting> current = in(now, group);
            List<Sighting> earlier = in(before, group);
            sizes.put(group, shares.add(countsNow, countsBefore, group, comparable));
            Map<Evidence, List<Place>> byEvidence = new EnumMap<>(Evidence.class);
            for (Evidence evidence : Evidence.values()) {
                byEvidence.put(
                        evidence,
                        places(
                                countsNow,
                                group,
                                known(current, evidence),
                                known(earlier, evidence),
                                evidence,
                                comparable || restsOnReports(group, evidence)));
            }
            places.put(group, byEvidence);
        }
        List<Change> judged = shares.judged();
        List<GroupLine> lines = new ArrayList<>();
        places.forEach((group, byEvidence) -> {
            Map<Evidence, List<ReasonLine>> reasons = new EnumMap<>(Evidence.class);
            byEvidence.forEach((evidence, all) -> reasons.put(evidence, lines(all, judged)));
            lines.add(new GroupLine(
                    group, judged.get(sizes.getOrDefault(group, 0)), countsNow.undecided(group), reasons));
        });
        return lines;
    }

    private static List<ReasonLine> lines(List<Place> places, List<Change> judged) {
        return places.stream()
                .map(place -> new ReasonLine(place.code(), place.pooled(), judged.get(place.at())))
                .toList();
    }

    private static List<Sighting> in(List<Sighting> sightings, Group group) {
        return sightings.stream().filter(sighting -> sighting.group() == group).toList();
    }

    private static List<Sighting> known(List<Sighting> sightings, Evidence evidence) {
        return sightings.stream()
                .filter(sighting -> evidence.of(sighting).isPresent())
                .toList();
    }

    /** Codes that are rare in both months are pooled. */
    private List<Place> places(
            MonthCounts month,
            Group group,
            List<Sighting> current,
            List<Sighting> earlier,
            Evidence evidence,
            boolean compared) {
        Tally here = Tally.of(current, evidence::of);
        Tally there = Tally.of(earlier, evidence::of);
        List<String> order = new ArrayList<>(here.commonest());
        there.commonest().stream().filter(code -> here.of(code) == 0).forEach(order::add);
        List<String> alone = new ArrayList<>();
        Set<String> pool = new HashSet<>();
        for (String code : order) {
            (isRare(here.of(code), there.of(code)) ? pool : alone).add(code);
        }
        Count known = Count.main(current.size());
        Count knownBefore = Count.main(earlier.size());
        if (month.in(group).isSmall()) {
            // There are no more of these than in the group and without a decision. Of a larger group that tells next to
            // nothing, and would make all sums one system.
            Count whole = month.whole(group);
            suppression.sum(whole, List.of(known, Count.missing(whole.number() - known.number())));
        }
        List<Count> counts = causes.add(group, evidence, known, here, alone);
        List<Count> countsBefore = causesBefore.add(group, evidence, knownBefore, there, alone);
        List<Place> places = new ArrayList<>();
        for (int at = 0; at <= alone.size(); at++) {
            Set<String> codes = at < alone.size() ? Set.of(alone.get(at)) : pool;
            if (!codes.isEmpty()) {
                int share = shares.add(
                        new Shares.Pair(counts.get(at), known),
                        new Shares.Pair(countsBefore.get(at), knownBefore),
                        current,
                        earlier,
                        sighting ->
                                evidence.of(sighting).filter(codes::contains).isPresent(),
                        compared);
                places.add(at < alone.size() ? new Place(alone.get(at), 0, share) : new Place("", pool.size(), share));
            }
        }
        return places;
    }

    /** Who left, and what was said of it, is known without a decision. */
    private static boolean restsOnReports(Group group, Evidence evidence) {
        return group == Group.LOST && evidence != Evidence.MODEL;
    }

    private static boolean isRare(int here, int there) {
        return here < Diagnosis.FEWEST && there < Diagnosis.FEWEST;
    }
}
