package io.holdfast.care.diagnosis;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/** Makes what answered which cause, and what is to be mended. */
final class FixList {
    private final List<Sighting> now;

    FixList(List<Sighting> now) {
        this.now = now;
    }

    List<CareLine> care() {
        List<Sighting> there = there();
        Tally codes = Tally.of(there, Sighting::model);
        return codes.commonest().stream()
                .filter(code -> codes.of(code) >= Diagnosis.FEWEST)
                .map(code -> care(code, of(there, code)))
                .toList();
    }

    private static CareLine care(String code, List<Sighting> sightings) {
        Map<Answer, Integer> answers = new EnumMap<>(Answer.class);
        sightings.forEach(sighting -> answers.merge(sighting.answer(), 1, Integer::sum));
        Tally actions = Tally.of(sightings, sighting -> Optional.of(sighting.action()));
        return new CareLine(
                code,
                sightings.size(),
                answers,
                actions.commonest().stream().findFirst().orElse(""));
    }

    /**
     * Causes with enough customers by some kind of evidence.
     *
     * @param mendable codes of reasons that the company can mend; others are for care, not for mending
     */
    List<Fix> fixes(Set<String> mendable) {
        Map<Evidence, Tally> tallies = new HashMap<>();
        Set<String> codes = new TreeSet<>();
        for (Evidence evidence : Evidence.values()) {
            Tally tally = Tally.of(now, evidence::of);
            tallies.put(evidence, tally);
            tally.commonest().stream()
                    .filter(code -> tally.of(code) >= Diagnosis.FEWEST)
                    .forEach(codes::add);
        }
        return codes.stream()
                .filter(mendable::contains)
                .map(code -> fix(code, tallies))
                .sorted(Comparator.comparingDouble(
                                (Fix fix) -> -fix.marginAtStake().orElse(0))
                        .thenComparingInt(fix -> -fix.affected().getOrDefault(Evidence.MODEL, 0))
                        .thenComparing(Fix::code))
                .toList();
    }

    private Fix fix(String code, Map<Evidence, Tally> tallies) {
        Map<Evidence, Integer> affected = new EnumMap<>(Evidence.class);
        tallies.forEach((evidence, tally) -> affected.put(evidence, tally.of(code)));
        List<Sighting> there = of(there(), code);
        Tally teams = Tally.of(there, sighting -> Optional.of(sighting.team()));
        return new Fix(
                code,
                affected,
                margin(there),
                teams.commonest().stream().findFirst().orElse(""));
    }

    private static OptionalDouble margin(List<Sighting> sightings) {
        List<Sighting> known = sightings.stream()
                .filter(sighting -> sighting.margin().isPresent())
                .sorted(Comparator.comparing(Sighting::customer))
                .toList();
        double sum = 0;
        for (Sighting sighting : known) {
            sum += sighting.margin().orElse(0);
        }
        return known.size() < Diagnosis.FEWEST ? OptionalDouble.empty() : OptionalDouble.of(sum);
    }

    private List<Sighting> there() {
        return now.stream().filter(sighting -> sighting.group() != Group.LOST).toList();
    }

    private static List<Sighting> of(List<Sighting> sightings, String code) {
        return sightings.stream()
                .filter(sighting -> sighting.model().filter(code::equals).isPresent())
                .toList();
    }
}
