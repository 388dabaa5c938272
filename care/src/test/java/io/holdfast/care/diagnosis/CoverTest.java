package io.holdfast.care.diagnosis;

import static io.holdfast.care.diagnosis.Courses.APRIL;
import static io.holdfast.care.diagnosis.Courses.MARCH;
import static io.holdfast.care.diagnosis.Courses.course;
import static io.holdfast.care.diagnosis.Courses.data;
import static io.holdfast.care.diagnosis.Courses.decided;
import static io.holdfast.care.diagnosis.Courses.left;
import static io.holdfast.care.diagnosis.Courses.line;
import static io.holdfast.care.diagnosis.Courses.months;
import static io.holdfast.care.diagnosis.Courses.on;
import static io.holdfast.care.diagnosis.Courses.winBack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.holdfast.care.diagnosis.CustomerCourse.Decided;
import io.holdfast.care.effect.LeaveType;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CoverTest {
    private static Decided risky(YearMonth month) {
        return line("", on(month, 1), "high", 0.6, Answer.PLANNED, "price");
    }

    private static Decided calm(YearMonth month) {
        return line("", on(month, 1), "low", 0.05, Answer.NONE, "price");
    }

    @Test
    void aDecisionStandsForThreeMonthsOrUntilANewerOneIsThere() {
        Decided march = decided(on(MARCH, 20), "high", "price");

        assertThat(data(course("C", List.of(march))).sightings())
                .extracting(Sighting::month)
                .containsExactlyElementsOf(months(MARCH, 3));
        assertThat(data(course("C", List.of(decided(on(Courses.JULY.minusMonths(1), 1), "high", "price"))))
                        .counts())
                .as("not beyond what is known")
                .extracting(MonthCount::month)
                .containsExactlyElementsOf(months(Courses.JULY.minusMonths(1), 2));
        assertThat(data(course("C", List.of(march, decided(on(APRIL, 2), "low", "price"))))
                        .sightings())
                .as("calmed down, and what is over is over")
                .extracting(Sighting::month)
                .containsExactly(MARCH);
        DiagnosisData lost = data(course("C", List.of(march, winBack(on(APRIL, 2)))));
        assertThat(lost.counts())
                .as("had left when that was decided")
                .extracting(MonthCount::month)
                .containsExactly(MARCH, APRIL);
        assertThat(lost.sightings()).extracting(Sighting::month).containsExactly(MARCH);
    }

    /** A fifth waver and get a play, the others nothing; nobody changes, and nobody plans before the quarter ends. */
    @Test
    void whatWasChosenDoesNotSayHowLongADecisionSpeaks() {
        Sightings sightings = new Sightings(on(Courses.JULY, 1));
        IntStream.range(0, 100)
                .mapToObj(i -> course("C" + i, List.of(i % 5 == 0 ? risky(MARCH) : calm(MARCH))))
                .forEach(sightings::add);
        DiagnosisData data = sightings.data();

        assertThat(data.counts())
                .extracting(MonthCount::month, MonthCount::customers)
                .containsExactly(tuple(MARCH, 100), tuple(APRIL, 100), tuple(APRIL.plusMonths(1), 100));
        assertThat(data.covers())
                .containsExactly(
                        new MonthCover(MARCH, 100, 0, 100, 0),
                        new MonthCover(APRIL, 100, 100, 0, 100),
                        new MonthCover(APRIL.plusMonths(1), 100, 100, 0, 200));
    }

    @Test
    void aPlanOfTheRiskyAloneCannotBeCompared() {
        Sightings sightings = new Sightings(on(Courses.JULY, 1));
        for (int i = 0; i < 1000; i++) {
            List<Decided> wavering = List.of(risky(MARCH.minusMonths(2)), risky(APRIL));
            sightings.add(course("C" + i, i % 5 == 0 ? wavering : List.of(calm(MARCH.minusMonths(2)))));
        }
        Diagnoser diagnoser = new Diagnoser(sightings.data(), ReasonCatalogue.standard(), 1, 0);

        Diagnosis march = diagnoser.of(MARCH);
        Diagnosis april = diagnoser.of(APRIL);

        assertThat(march.cover()).hasToString("Cover[before=1000, now=1000, both=1000, isComparable=true]");
        assertThat(march.groups().get(0).change().difference()).isPresent();
        assertThat(april.cover()).hasToString("Cover[before=1000, now=200, both=200, isComparable=false]");
        assertThat(april.groups().get(0).change().share()).contains(1.0);
        assertThat(april.groups().get(0).change().difference())
                .as("nobody changed")
                .isEmpty();
        assertThat(april.groups().get(0).change().finding()).isFalse();
        assertThat(DiagnosisAdvice.of(april, ReasonCatalogue.standard()))
                .anySatisfy(
                        step -> assertThat(step.in(Language.ENGLISH))
                                .startsWith(
                                        "Do not compare this month with the one before, which is of other customers")
                                .contains(
                                        "with a decision this month: 200; in the month before and not left: 1,000; in both: 200"))
                .anySatisfy(step -> assertThat(step.in(Language.CHINESE)).contains("请勿与上月比较"));
        assertThat(DiagnosisAdvice.of(march, ReasonCatalogue.standard()))
                .noneSatisfy(step -> assertThat(step.in(Language.ENGLISH)).contains("compare"));
    }

    @Test
    void whoLeftIsMissedByNobody() {
        DiagnosisData data = data(
                course("A", List.of(calm(MARCH), calm(APRIL)), left(on(MARCH, 9), LeaveType.VOLUNTARY)),
                course("B", List.of(calm(MARCH), calm(APRIL)), left(on(APRIL, 9), LeaveType.INVOLUNTARY)),
                course("C", List.of(calm(MARCH), calm(APRIL))),
                course("D", List.of(calm(APRIL))));

        assertThat(data.covers()).startsWith(new MonthCover(MARCH, 2, 0, 3, 0), new MonthCover(APRIL, 2, 2, 1, 2));
        assertThat(cover(10, 10, 9, 0, 1).isComparable()).isTrue();
        assertThat(cover(10, 9, 8, 0, 1).isComparable()).isFalse();
        assertThat(cover(0, 5, 0, 5, 1).isComparable()).isFalse();
        assertThat(cover(0, 5, 0, 5, 1).differs())
                .as("there is no month before")
                .isFalse();
    }

    private static Cover cover(int before, int now, int both, int fresh, double waited) {
        return Cover.of(Count.of(before), Count.of(now), Count.of(both), fresh, waited);
    }

    /** A tenth a month, and all that joined within a quarter are seen at once where plans are made by the quarter. */
    @Test
    void aBookThatGrowsIsComparedWhetherPlansAreMonthlyOrQuarterly() {
        assertThat(cover(1000, 1120, 1000, 120, 3).isComparable()).isTrue();
        assertThat(cover(1000, 1120, 1000, 120, 1).isComparable())
                .as("an eighth within one month")
                .isFalse();
        assertThat(cover(1000, 1120, 1000, 0, 3).isComparable())
                .as("known from before and left out by the last plan")
                .isFalse();
        assertThat(cover(1000, 1400, 1000, 400, 3).isComparable())
                .as("more than grows in a quarter")
                .isFalse();
        assertThat(cover(1200, 1120, 1000, 120, 3).isComparable())
                .as("a sixth of the month before is not there")
                .isFalse();
    }

    @Test
    void quarterlyPlansOfAGrowingBookAreComparedWithTheQuarterBefore() {
        YearMonth first = MARCH.minusMonths(2);
        Sightings sightings = new Sightings(on(Courses.JULY, 1));
        for (int i = 0; i < 1000; i++) {
            sightings.add(course("old" + i, List.of(i % 5 == 0 ? risky(first) : calm(first), calm(APRIL))));
        }
        for (int i = 0; i < 130; i++) {
            sightings.add(course("new" + i, List.of(calm(APRIL))));
        }
        Diagnosis april = new Diagnoser(sightings.data(), ReasonCatalogue.standard(), 1, 0).of(APRIL);

        assertThat(april.cover()).hasToString("Cover[before=1000, now=1130, both=1000, isComparable=true]");
        assertThat(april.groups().get(0).change().finding())
                .as("the risky have calmed down")
                .isTrue();
    }
}
