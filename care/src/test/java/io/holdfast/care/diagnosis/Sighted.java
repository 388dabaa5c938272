package io.holdfast.care.diagnosis;

import static io.holdfast.care.diagnosis.Courses.APRIL;
import static io.holdfast.care.diagnosis.Courses.MARCH;
import static io.holdfast.care.diagnosis.Courses.sighting;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sightings of March and April, of which the same 900 customers had a decision. */
final class Sighted {
    private static final List<MonthCount> COUNTS =
            List.of(new MonthCount(MARCH, "key", 1000), new MonthCount(APRIL, "key", 900));
    private static final List<MonthCover> SAME =
            List.of(new MonthCover(MARCH, 1000, 0, 0, 0), new MonthCover(APRIL, 900, 900, 0, 900));

    final List<Sighting> sightings = new ArrayList<>();

    void add(int count, String prefix, YearMonth month, Group group, String model, String stated) {
        for (int i = 0; i < count; i++) {
            sightings.add(sighting(prefix + i, month, group, model, stated));
        }
    }

    void add(int count, String prefix, YearMonth month, Group group, String model, Answer answer) {
        for (int i = 0; i < count; i++) {
            sightings.add(Courses.answered(sighting(prefix + i, month, group, model, ""), answer));
        }
    }

    Diagnoser diagnoser(long seed, int interviews) {
        return new Diagnoser(
                new DiagnosisData(sightings, COUNTS, SAME, Set.of(), evident()),
                ReasonCatalogue.standard(),
                seed,
                interviews);
    }

    Diagnosis of(List<MonthCount> counts, List<MonthCover> covers) {
        return new Diagnoser(
                        new DiagnosisData(sightings, counts, covers, Set.of(), evident()),
                        ReasonCatalogue.standard(),
                        1,
                        5)
                .of(APRIL);
    }

    private Set<String> evident() {
        return sightings.stream()
                .flatMap(sighting -> Arrays.stream(Evidence.values()).map(evidence -> evidence.of(sighting)))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    Diagnosis april() {
        return diagnoser(1, 5).of(APRIL);
    }

    static List<ReasonLine> lines(Diagnosis diagnosis, Group group, Evidence evidence) {
        return diagnosis.groups().stream()
                .filter(line -> line.group() == group)
                .findFirst()
                .orElseThrow()
                .reasons()
                .getOrDefault(evidence, List.of());
    }

    List<String> advice() {
        return DiagnosisAdvice.of(april(), ReasonCatalogue.standard()).stream()
                .map(step -> {
                    assertThat(step.in(Language.CHINESE)).matches("(?s).*\\p{IsHan}.*");
                    return step.in(Language.ENGLISH);
                })
                .toList();
    }
}
