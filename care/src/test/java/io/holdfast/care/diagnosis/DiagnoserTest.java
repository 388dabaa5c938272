package io.holdfast.care.diagnosis;

import static io.holdfast.care.diagnosis.Courses.APRIL;
import static io.holdfast.care.diagnosis.Courses.MARCH;
import static io.holdfast.care.diagnosis.Courses.course;
import static io.holdfast.care.diagnosis.Courses.data;
import static io.holdfast.care.diagnosis.Courses.decided;
import static io.holdfast.care.diagnosis.Courses.on;
import static io.holdfast.care.diagnosis.Courses.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.care.effect.LeaveType;
import io.holdfast.care.effect.OutcomeKind;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DiagnoserTest {
    private final Sighted month = new Sighted();

    @Test
    void codesThatNobodyLookedAtAreListed() {
        month.add(10, "a", APRIL, Group.LOST, "price", "competitor");

        assertThat(month.april().withoutData())
                .contains("neglect", "core-service")
                .doesNotContain("price", "competitor");
    }

    @Test
    void whatSomebodyOfNoGroupSaidIsNotWithoutData() {
        DiagnosisData data = data(
                course(
                        "A",
                        List.of(decided(on(APRIL, 1), "low", "core-service")),
                        told(OutcomeKind.STATED_REASON, on(APRIL, 2), "competitor"),
                        told(OutcomeKind.CONFIRMED_REASON, on(APRIL, 3), "neglect")),
                course("B", List.of(), told(OutcomeKind.STATED_REASON, on(APRIL, 2), "price")));

        assertThat(data.sightings()).isEmpty();
        assertThat(new Diagnoser(data, ReasonCatalogue.standard(), 1, 5)
                        .of(APRIL)
                        .withoutData())
                .isNotEmpty()
                .doesNotContain("core-service", "competitor", "neglect", "price");
    }

    @Test
    void theLatestMonthThatHasEndedIsTheUsualOne() {
        assertThat(month.diagnoser(1, 5).latest(YearMonth.of(2026, 4))).contains(MARCH);
        assertThat(month.diagnoser(1, 5).latest(YearMonth.of(2026, 5))).contains(APRIL);
        assertThat(month.diagnoser(1, 5).latest(MARCH))
                .as("the only one there is, though it is not over")
                .contains(MARCH);
        assertThat(month.diagnoser(1, 5).of(APRIL, APRIL).running()).isTrue();
        assertThat(month.diagnoser(1, 5).of(MARCH, APRIL).running()).isFalse();
        assertThat(new Diagnoser(
                                new DiagnosisData(List.of(), List.of(), List.of(), Set.of(), Set.of()),
                                ReasonCatalogue.standard(),
                                1,
                                5)
                        .latest(MARCH))
                .isEmpty();
    }

    @Test
    void aMonthInWhichNothingWasDecidedNorHappenedIsNotTheUsualOne() {
        List<CustomerCourse.Decided> march = List.of(Courses.decided(on(MARCH, 1), "high", "price"));
        Diagnoser still = new Diagnoser(data(course("A", march)), ReasonCatalogue.standard(), 1, 5);
        Diagnoser left = new Diagnoser(
                data(course("A", march), course("B", march, Courses.left(on(APRIL, 9), LeaveType.VOLUNTARY))),
                ReasonCatalogue.standard(),
                1,
                5);

        assertThat(still.months()).contains(APRIL);
        assertThat(still.latest(YearMonth.of(2026, 5))).contains(MARCH);
        assertThat(left.latest(YearMonth.of(2026, 5))).contains(APRIL);
        Diagnoser young = new Diagnoser(
                data(
                        course("A", march),
                        course("B", List.of(), Courses.left(on(MARCH.minusMonths(1), 9), LeaveType.VOLUNTARY))),
                ReasonCatalogue.standard(),
                1,
                5);
        assertThat(young.latest(MARCH))
                .as("the running one tells more than leavings alone")
                .contains(MARCH);
        Diagnoser undecided = new Diagnoser(
                data(course("B", List.of(), Courses.left(on(MARCH, 9), LeaveType.VOLUNTARY))),
                ReasonCatalogue.standard(),
                1,
                5);
        assertThat(undecided.latest(YearMonth.of(2026, 5)))
                .as("nobody was ever decided about")
                .contains(MARCH);
    }

    @Test
    void whatSmallGroupsHideIsNamed() {
        month.add(40, "w", APRIL, Group.WAVERING, "price", "");
        month.add(2, "l", APRIL, Group.LOST, "price", "price");
        month.add(3, "d", APRIL, Group.DECLINING, "price", "");
        Diagnosis young = month.april();

        assertThat(DiagnosisAdvice.of(young, ReasonCatalogue.standard()))
                .extracting(step -> step.in(Language.ENGLISH))
                .anySatisfy(step -> assertThat(step)
                        .startsWith("Not shown this month is the number of ")
                        .contains("declining", "lost", "1 to 4"));
        assertThat(DiagnosisAdvice.of(young, ReasonCatalogue.standard()))
                .extracting(step -> step.in(Language.CHINESE))
                .anySatisfy(step -> assertThat(step).startsWith("本月未显示人数的有："));
        month.add(40, "more", APRIL, Group.LOST, "price", "price");
        month.add(40, "less", APRIL, Group.DECLINING, "price", "");
        assertThat(DiagnosisAdvice.of(month.april(), ReasonCatalogue.standard()))
                .extracting(step -> step.in(Language.ENGLISH))
                .noneSatisfy(step -> assertThat(step).startsWith("Not shown"));
    }

    @Test
    void aMonthOfWhichOnlyLeavingsAreKnownIsNotTheUsualOneAndTellsNothing() {
        month.add(40, "m", MARCH, Group.WAVERING, "price", "");
        month.add(20, "a", APRIL, Group.LOST, "", "price");
        List<MonthCount> counts = List.of(new MonthCount(MARCH, "key", 1000), new MonthCount(APRIL, "key", 0));
        Diagnoser diagnoser = new Diagnoser(
                new DiagnosisData(month.sightings, counts, List.of(), Set.of(), Set.of()),
                ReasonCatalogue.standard(),
                1,
                5);

        assertThat(diagnoser.latest(YearMonth.of(2026, 6))).contains(MARCH);
        assertThat(DiagnosisAdvice.of(diagnoser.of(APRIL), ReasonCatalogue.standard())
                        .get(0)
                        .in(Language.ENGLISH))
                .startsWith("Take nothing from this month");
        assertThat(DiagnosisAdvice.of(diagnoser.of(MARCH), ReasonCatalogue.standard())
                        .get(0)
                        .in(Language.ENGLISH))
                .startsWith("Mend first: ");
    }

    @Test
    void monthsAndTiersAreCounted() {
        month.add(40, "m", MARCH, Group.WAVERING, "price", "");
        month.add(20, "a", APRIL, Group.LOST, "price", "");
        Diagnosis diagnosis = month.april();

        assertThat(diagnosis.months()).hasSize(2);
        assertThat(diagnosis.months().get(0).in(Group.WAVERING).shown()).hasValue(40);
        assertThat(diagnosis.tiers()).singleElement().satisfies(line -> {
            assertThat(line.customers().orElseThrow().shown()).hasValue(900);
            assertThat(line.leading()).containsExactly("price");
        });
        assertThat(diagnosis.owners()).extracting(SegmentLine::name).containsExactly("ann");
        assertThat(diagnosis.groups().get(2).change().of().shown()).hasValue(900);
    }
}
