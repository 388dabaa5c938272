package io.holdfast.care.diagnosis;

import static io.holdfast.care.diagnosis.Courses.APRIL;
import static io.holdfast.care.diagnosis.Courses.MARCH;
import static io.holdfast.care.diagnosis.Courses.sighting;
import static io.holdfast.care.diagnosis.Courses.uncounted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class GroupLinesTest {
    private final Sighted month = new Sighted();

    @Test
    void aCauseThatGrewStandsOut() {
        month.add(40, "m", MARCH, Group.WAVERING, "price", "");
        month.add(160, "n", MARCH, Group.WAVERING, "competitor", "");
        month.add(120, "p", APRIL, Group.WAVERING, "price", "");
        month.add(80, "q", APRIL, Group.WAVERING, "competitor", "");

        List<ReasonLine> lines = Sighted.lines(month.april(), Group.WAVERING, Evidence.MODEL);

        assertThat(lines).extracting(ReasonLine::code).containsExactly("price", "competitor");
        Change price = lines.get(0).change();
        assertThat(price.share()).contains(0.6);
        assertThat(price.difference().orElseThrow().point()).isCloseTo(0.4, within(1e-12));
        assertThat(price.difference().orElseThrow().low()).isGreaterThan(0.3);
        assertThat(price.finding()).isTrue();
        assertThat(month.advice())
                .anySatisfy(step ->
                        assertThat(step).isEqualTo("Look into Price: it rose by 40.0 points among the wavering."));
    }

    @Test
    void theSameCustomersInBothMonthsDidNotChange() {
        month.add(30, "m", MARCH, Group.WAVERING, "price", "");
        month.add(30, "n", MARCH, Group.WAVERING, "competitor", "");
        month.add(30, "m", APRIL, Group.WAVERING, "price", "");
        month.add(30, "n", APRIL, Group.WAVERING, "competitor", "");

        Change price = Sighted.lines(month.april(), Group.WAVERING, Evidence.MODEL)
                .get(0)
                .change();

        assertThat(price.difference().orElseThrow().high()).isCloseTo(0, within(1e-9));
        assertThat(price.finding()).isFalse();
    }

    @Test
    void smallCausesArePooledAndTheLargeOnesStayAlone() {
        month.add(20, "a", APRIL, Group.LOST, "price", "");
        month.add(3, "b", APRIL, Group.LOST, "neglect", "");
        month.add(6, "e", MARCH, Group.LOST, "neglect", "");
        month.add(2, "c", APRIL, Group.LOST, "core-service", "");
        month.add(1, "d", APRIL, Group.LOST, "competitor", "");

        List<ReasonLine> lines = Sighted.lines(month.april(), Group.LOST, Evidence.MODEL);

        assertThat(lines).extracting(ReasonLine::code).containsExactly("price", "neglect", "");
        assertThat(lines.get(1).change().isShown()).as("three now, six before").isFalse();
        assertThat(lines.get(2).pooled()).isEqualTo(2);
        assertThat(lines.get(2).change().customers().number()).isEqualTo(3);
        assertThat(lines.get(2).change().isShown()).isFalse();
    }

    @Test
    void withoutAMonthBeforeThereIsNoChange() {
        month.add(20, "a", APRIL, Group.LOST, "price", "");

        assertThat(Sighted.lines(month.april(), Group.LOST, Evidence.MODEL)
                        .get(0)
                        .change()
                        .difference())
                .isEmpty();
    }

    @Test
    void evidenceIsNeverAddedUp() {
        month.add(40, "a", APRIL, Group.LOST, "price", "competitor");
        month.add(10, "b", APRIL, Group.LOST, "price", "");

        Diagnosis diagnosis = month.april();

        assertThat(Sighted.lines(diagnosis, Group.LOST, Evidence.MODEL))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.code()).isEqualTo("price");
                    assertThat(line.change().of().shown()).hasValue(50);
                });
        assertThat(Sighted.lines(diagnosis, Group.LOST, Evidence.STATED))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.code()).isEqualTo("competitor");
                    assertThat(line.change().of().shown()).hasValue(40);
                });
        assertThat(Sighted.lines(diagnosis, Group.LOST, Evidence.CONFIRMED)).isEmpty();
    }

    /** 60 less 40 and 18 would be two. */
    @Test
    void aHiddenCauseDoesNotFollowFromTheOthers() {
        month.add(60, "m", MARCH, Group.WAVERING, "price", "");
        month.add(40, "p", APRIL, Group.WAVERING, "price", "");
        month.add(18, "q", APRIL, Group.WAVERING, "neglect", "");
        month.add(2, "r", APRIL, Group.WAVERING, "competitor", "");
        month.add(1, "l", APRIL, Group.LOST, "price", "");

        List<ReasonLine> lines = Sighted.lines(month.april(), Group.WAVERING, Evidence.MODEL);

        assertThat(lines)
                .extracting(line -> line.change().customers().shown())
                .containsExactly(OptionalInt.of(40), OptionalInt.empty(), OptionalInt.empty());
        assertThat(lines).extracting(line -> line.change().isShown()).containsExactly(true, false, false);
        assertThat(Sighted.lines(month.april(), Group.LOST, Evidence.MODEL)
                        .get(0)
                        .change()
                        .of()
                        .shown())
                .as("of one")
                .isEmpty();
    }

    @Test
    void whatASmallCountWouldTellIsNoAdvice() {
        month.add(1, "m", MARCH, Group.WAVERING, "price", "");
        month.add(59, "n", MARCH, Group.WAVERING, "neglect", "");
        month.add(40, "p", APRIL, Group.WAVERING, "price", "");
        month.add(20, "q", APRIL, Group.WAVERING, "neglect", "");

        Change price = Sighted.lines(month.april(), Group.WAVERING, Evidence.MODEL)
                .get(0)
                .change();

        assertThat(price.finding()).isTrue();
        assertThat(price.isShown()).isFalse();
        assertThat(month.advice()).noneSatisfy(step -> assertThat(step).contains("it rose"));
    }

    /** What was said of the lost needs no plan; all else does. */
    @Test
    void whatIsSaidOfTheLostIsComparedWhoeverWasPlannedFor() {
        month.add(40, "m", MARCH, Group.LOST, "price", "price");
        month.add(160, "n", MARCH, Group.LOST, "competitor", "competitor");
        month.add(120, "p", APRIL, Group.LOST, "price", "price");
        month.add(80, "q", APRIL, Group.LOST, "competitor", "competitor");
        List<MonthCount> counts = List.of(new MonthCount(MARCH, "key", 1000), new MonthCount(APRIL, "key", 900));
        List<MonthCover> others =
                List.of(new MonthCover(MARCH, 1000, 0, 0, 0), new MonthCover(APRIL, 900, 500, 0, 500));

        Diagnosis diagnosis = month.of(counts, others);

        assertThat(Sighted.lines(diagnosis, Group.LOST, Evidence.STATED)
                        .get(0)
                        .change()
                        .finding())
                .isTrue();
        assertThat(Sighted.lines(diagnosis, Group.LOST, Evidence.MODEL)
                        .get(0)
                        .change()
                        .difference())
                .isEmpty();
        assertThat(diagnosis.groups().get(2).change().difference()).isEmpty();
    }

    private GroupLine lost(int customers, int before) {
        List<MonthCount> counts =
                List.of(new MonthCount(MARCH, "key", before), new MonthCount(APRIL, "key", customers));
        List<MonthCover> covers =
                List.of(new MonthCover(MARCH, before, 0, 0, 0), new MonthCover(APRIL, customers, before, 0, before));
        return month.of(counts, covers).groups().get(2);
    }

    @Test
    void whoLeftWithoutADecisionIsNoPartOfTheShare() {
        for (int i = 0; i < 50; i++) {
            Sighting lost = sighting("a" + i, APRIL, Group.LOST, "price", "");
            month.sightings.add(i < 20 ? lost : uncounted(lost));
        }

        GroupLine line = lost(400, 400);

        assertThat(line.change().customers().shown()).hasValue(20);
        assertThat(line.change().share()).contains(0.05);
        assertThat(line.undecided().shown()).hasValue(30);
        assertThat(line.reasons()
                        .getOrDefault(Evidence.MODEL, List.of())
                        .get(0)
                        .change()
                        .customers()
                        .number())
                .as("their reasons count")
                .isEqualTo(50);
    }

    @Test
    void aMonthWithoutDecisionsHasNoShareAndNoFinding() {
        for (int i = 0; i < 50; i++) {
            month.sightings.add(uncounted(sighting("a" + i, APRIL, Group.LOST, "price", "")));
        }

        GroupLine line = lost(0, 400);

        assertThat(line.change().of().isNobody()).isTrue();
        assertThat(line.change().difference()).isEmpty();
        assertThat(line.change().finding()).isFalse();
        assertThat(line.undecided().shown()).hasValue(50);
        month.sightings.clear();
        month.add(50, "a", APRIL, Group.LOST, "price", "");
        assertThat(lost(400, 0).change().difference()).isEmpty();
    }
}
