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
    private static final Comparator<Fix> BY_MARGIN = Comparator.comparingDouble(
                    (Fix fix) -> -fix.marginAtStake().orElse(0))
            .thenComparingInt(fix -> -fix.affected().getOrDefault(Evidence.MODEL, 0))
            .thenComparing(Fix::code);
    private static final Comparator<Fix> BY_TELLING =
            Comparator.comparingInt((Fix fix) -> -fix.told()).thenComparing(BY_MARGIN);

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
     * @param doubt whether the model is no witness of causes, so that only what is stated or confirmed counts
     */
    List<Fix> fixes(Set<String> mendable, boolean doubt) {
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
                .map(code -> fix(code, tallies, doubt))
                .sorted(doubt ? BY_TELLING : BY_MARGIN)
                .toList();
    }

    private Fix fix(String code, Map<Evidence, Tally> tallies, boolean doubt) {
        Map<Evidence, Integer> affected = new EnumMap<>(Evidence.class);
        tallies.forEach((evidence, tally) -> affected.put(evidence, tally.of(code)));
        List<Sighting> named = of(there(), code);
        List<Sighting> told = told(now, code);
        List<Sighting> staked = (doubt ? told(there(), code) : named)
                .stream().filter(sighting -> sighting.margin().isPresent()).toList();
        Tally teams = Tally.of(named, sighting -> Optional.of(sighting.team()));
        return new Fix(
                code,
                affected,
                told.size(),
                margin(staked),
                staked.size(),
                teams.commonest().stream().findFirst().orElse(""));
    }

    private static OptionalDouble margin(List<Sighting> sightings) {
        List<Sighting> known = sightings.stream()
                .sorted(Comparator.comparing(Sighting::customer))
                .toList();
        double sum = 0;
        for (Sighting sighting : known) {
            sum += sighting.margin().orElse(0);
        }
        return known.size() < Diagnosis.FEWEST ? OptionalDouble.empty() : OptionalDouble.of(sum);
    }

    private static List<Sighting> told(List<Sighting> sightings, String code) {
        return sightings.stream()
                .filter(sighting -> sighting.stated().filter(code::equals).isPresent()
                        || sighting.confirmed().filter(code::equals).isPresent())
                .toList();
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
