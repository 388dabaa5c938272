package io.holdfast.care.diagnosis;

import io.holdfast.care.inference.ShareChange;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Makes what is said of the groups, with the changes against the month before. */
final class GroupLines {
    private final List<Sighting> now;
    private final List<Sighting> before;
    private final boolean comparable;
    private final Shares shares = new Shares();

    private record Place(String code, int pooled, int at) {}

    /**
     * The groups of two months.
     *
     * @param comparable whether both tell of the same customers; else nothing that rests on decisions is compared
     */
    GroupLines(List<Sighting> now, List<Sighting> before, boolean comparable) {
        this.now = now;
        this.before = before;
        this.comparable = comparable;
    }

    List<GroupLine> of(int customersNow, int customersBefore) {
        Map<Group, Integer> sizes = new EnumMap<>(Group.class);
        Map<Group, Map<Evidence, List<Place>>> places = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            List<Sighting> current = in(now, group);
            List<Sighting> earlier = in(before, group);
            sizes.put(
                    group,
                    shares.add(
                            new ShareChange.Month(counted(current), customersNow),
                            new ShareChange.Month(counted(earlier), customersBefore),
                            comparable));
            Map<Evidence, List<Place>> byEvidence = new EnumMap<>(Evidence.class);
            for (Evidence evidence : Evidence.values()) {
                byEvidence.put(
                        evidence,
                        places(
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
            List<Sighting> current = in(now, group);
            lines.add(new GroupLine(
                    group, judged.get(sizes.getOrDefault(group, 0)), current.size() - counted(current), reasons));
        });
        return lines;
    }

    /** All causes of a group by one kind of evidence: with how many they are of, one that is hidden could be made up of the others. */
    private static List<ReasonLine> lines(List<Place> places, List<Change> judged) {
        List<Change> changes =
                places.stream().map(place -> judged.get(place.at())).toList();
        List<OptionalInt> now = SmallCounts.shown(
                changes.stream().map(change -> change.now().did()).toList());
        List<OptionalInt> before = SmallCounts.shown(
                changes.stream().map(change -> change.before().did()).toList());
        List<ReasonLine> lines = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            lines.add(
                    new ReasonLine(place.code(), place.pooled(), changes.get(i).showing(now.get(i), before.get(i))));
        }
        return lines;
    }

    private static List<Sighting> in(List<Sighting> sightings, Group group) {
        return sightings.stream().filter(sighting -> sighting.group() == group).toList();
    }

    private static int counted(List<Sighting> sightings) {
        return (int) sightings.stream().filter(Sighting::counted).count();
    }

    private static List<Sighting> known(List<Sighting> sightings, Evidence evidence) {
        return sightings.stream()
                .filter(sighting -> evidence.of(sighting).isPresent())
                .toList();
    }

    /** Codes that are rare in both months are pooled. */
    private List<Place> places(List<Sighting> current, List<Sighting> earlier, Evidence evidence, boolean compared) {
        Tally here = Tally.of(current, evidence::of);
        Tally there = Tally.of(earlier, evidence::of);
        List<String> order = new ArrayList<>(here.commonest());
        there.commonest().stream().filter(code -> here.of(code) == 0).forEach(order::add);
        List<String> alone = new ArrayList<>();
        List<String> pool = new ArrayList<>();
        for (String code : order) {
            (isRare(here.of(code), there.of(code)) ? pool : alone).add(code);
        }
        List<Place> places = new ArrayList<>();
        for (String code : alone) {
            places.add(new Place(
                    code,
                    0,
                    shares.add(
                            current,
                            earlier,
                            sighting ->
                                    evidence.of(sighting).filter(code::equals).isPresent(),
                            compared)));
        }
        if (!pool.isEmpty()) {
            Set<String> pooled = new HashSet<>(pool);
            places.add(new Place(
                    "",
                    pool.size(),
                    shares.add(
                            current,
                            earlier,
                            sighting -> evidence.of(sighting)
                                    .filter(pooled::contains)
                                    .isPresent(),
                            compared)));
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
