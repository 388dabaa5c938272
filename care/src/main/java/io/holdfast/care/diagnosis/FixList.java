package io.holdfast.care.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes what answered which cause, and what is to be mended. */
final class FixList {
    private static final Comparator<Fix> BY_MARGIN = Comparator.comparingDouble(
                    (Fix fix) -> -fix.marginAtStake().orElse(0))
            .thenComparingInt(fix -> -fix.affected(Evidence.MODEL).number())
            .thenComparing(Fix::code);
    private static final Comparator<Fix> BY_TELLING =
            Comparator.comparingInt((Fix fix) -> -fix.told()).thenComparing(BY_MARGIN);

    private static final Set<Group> ALL = EnumSet.allOf(Group.class);
    private static final Set<Group> THERE = EnumSet.of(Group.WAVERING, Group.DECLINING);

    private final List<Sighting> now;
    private final Causes causes;
    private final Suppression suppression;
    private final Map<String, Count> there = new TreeMap<>();

    FixList(List<Sighting> now, Causes causes, Suppression suppression) {
        this.now = now;
        this.causes = causes;
        this.suppression = suppression;
    }

    List<CareLine> care() {
        List<Sighting> there = there();
        Tally codes = Tally.of(there, Sighting::model);
        return codes.commonest().stream()
                .filter(code -> codes.of(code) >= Diagnosis.FEWEST)
                .map(code -> care(code, of(there, code)))
                .toList();
    }

    private CareLine care(String code, List<Sighting> sightings) {
        Map<Answer, Count> answers = new EnumMap<>(Answer.class);
        for (Answer answer : Answer.values()) {
            answers.put(answer, Count.of((int) sightings.stream()
                    .filter(sighting -> sighting.answer() == answer)
                    .count()));
        }
        Count customers = there(code);
        suppression.sum(customers, List.copyOf(answers.values()));
        Tally actions = Tally.of(sightings, sighting -> Optional.of(sighting.action()));
        return new CareLine(
                code,
                customers,
                answers,
                actions.commonest().stream().findFirst().orElse(""));
    }

    /** Those still there for whom the model names a cause. */
    private Count there(String code) {
        return there.computeIfAbsent(code, each -> causes.of(THERE, Evidence.MODEL, each));
    }

    /**
     * Causes with enough customers by some kind of evidence.
     *
     * @param mendable codes of reasons that the company can mend; others are for care, not for mending
     * @param doubt whether the model is no witness of causes, so that only what is stated or confirmed counts
     */
    List<Fix> fixes(Set<String> mendable, boolean doubt) {
        Set<String> codes = new TreeSet<>();
        for (Evidence evidence : Evidence.values()) {
            Tally tally = Tally.of(now, evidence::of);
            tally.commonest().stream()
                    .filter(code -> tally.of(code) >= Diagnosis.FEWEST)
                    .forEach(codes::add);
        }
        return codes.stream()
                .filter(mendable::contains)
                .map(code -> fix(code, doubt))
                .sorted(doubt ? BY_TELLING : BY_MARGIN)
                .toList();
    }

    private Fix fix(String code, boolean doubt) {
        Map<Evidence, Count> affected = new EnumMap<>(Evidence.class);
        for (Evidence evidence : Evidence.values()) {
            affected.put(evidence, causes.of(ALL, evidence, code));
        }
        List<Sighting> named = of(there(), code);
        List<Sighting> staked = (doubt ? told(there(), code) : named)
                .stream().filter(sighting -> sighting.margin().isPresent()).toList();
        Count marginOf = Count.of(staked.size());
        suppression.bind(marginOf, doubt ? tellings(code) : List.of(there(code)));
        Tally teams = Tally.of(named, sighting -> Optional.of(sighting.team()));
        return new Fix(
                code,
                affected,
                told(now, code).size(),
                margin(staked),
                marginOf,
                teams.commonest().stream().findFirst().orElse(""));
    }

    private List<Count> tellings(String code) {
        List<Count> tellings = new ArrayList<>();
        for (Group group : Group.values()) {
            tellings.add(causes.of(group, Evidence.STATED, code));
            tellings.add(causes.of(group, Evidence.CONFIRMED, code));
        }
        return tellings;
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
