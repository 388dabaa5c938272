package io.holdfast.care.diagnosis;

import static io.holdfast.care.diagnosis.Courses.APRIL;
import static io.holdfast.care.diagnosis.Courses.MARCH;
import static io.holdfast.care.diagnosis.Courses.course;
import static io.holdfast.care.diagnosis.Courses.decided;
import static io.holdfast.care.diagnosis.Courses.left;
import static io.holdfast.care.diagnosis.Courses.line;
import static io.holdfast.care.diagnosis.Courses.margin;
import static io.holdfast.care.diagnosis.Courses.on;
import static io.holdfast.care.diagnosis.Courses.returned;
import static io.holdfast.care.diagnosis.Courses.told;
import static io.holdfast.care.diagnosis.Courses.winBack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.holdfast.care.diagnosis.CustomerCourse.Decided;
import io.holdfast.care.diagnosis.CustomerCourse.Raising;
import io.holdfast.care.diagnosis.CustomerCourse.Told;
import io.holdfast.care.effect.LeaveType;
import io.holdfast.care.effect.OutcomeKind;
import io.holdfast.care.inference.ShareChange;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SightingsTest {
    private static final YearMonth JULY = YearMonth.of(2026, 7);

    private static DiagnosisData data(CustomerCourse... courses) {
        Sightings sightings = new Sightings(on(JULY, 1));
        for (CustomerCourse course : courses) {
            sightings.add(course);
        }
        return sightings.data();
    }

    /** Of the first month in which the customer is seen at all. */
    private static Sighting only(CustomerCourse course) {
        List<Sighting> sightings = data(course).sightings();
        YearMonth first = sightings.stream()
                .map(Sighting::month)
                .min(YearMonth::compareTo)
                .orElseThrow();
        assertThat(sightings)
                .filteredOn(sighting -> sighting.month().equals(first))
                .hasSize(1);
        return sightings.stream()
                .filter(sighting -> sighting.month().equals(first))
                .findFirst()
                .orElseThrow();
    }

    private static List<YearMonth> months(YearMonth first, int count) {
        return Stream.iterate(first, month -> month.plusMonths(1)).limit(count).toList();
    }

    @Test
    void aHighRiskWavers() {
        Sighting wavering = only(course("C", List.of(decided(on(MARCH, 1), "high", "price", "neglect"))));

        assertThat(wavering.group()).isEqualTo(Group.WAVERING);
        assertThat(wavering.model()).contains("price");
        assertThat(wavering.month()).isEqualTo(MARCH);
        assertThat(wavering.tier()).isEqualTo("key");
        assertThat(data(course("C", List.of(decided(on(MARCH, 1), "elevated", "price"))))
                        .sightings())
                .as("neither risky nor fading")
                .isEmpty();
    }

    @Test
    void fadingActivityAndTakingLessAreDecline() {
        Sighting fading = only(course("C", List.of(decided(on(MARCH, 1), "elevated", "price", "disengagement"))));
        Sighting less = only(
                course("C", List.of(decided(on(MARCH, 1), "low", "price")), left(on(MARCH, 9), LeaveType.PARTIAL)));
        Decided faint = new Decided(
                on(MARCH, 1),
                "",
                false,
                false,
                0.2,
                "elevated",
                List.of(new Raising("disengagement", 0.2, 0.5)),
                Answer.NONE,
                "",
                "",
                "key",
                "");

        assertThat(fading.group()).isEqualTo(Group.DECLINING);
        assertThat(fading.model()).as("the leading reason, not the fading").contains("price");
        assertThat(less.group()).isEqualTo(Group.DECLINING);
        assertThat(data(course("C", List.of(faint))).sightings()).isEmpty();
        assertThat(data(course("C", List.of(decided(on(MARCH, 1), "low", "disengagement"))))
                        .sightings())
                .isEmpty();
    }

    @Test
    void whoLeavesIsLostInThatMonthAndInNoOtherGroup() {
        DiagnosisData data = data(course(
                "C",
                List.of(decided(on(MARCH, 1), "critical", "price"), decided(on(APRIL, 1), "critical", "competitor")),
                left(on(APRIL, 20), LeaveType.VOLUNTARY)));

        assertThat(data.sightings()).extracting(Sighting::group).containsExactlyInAnyOrder(Group.LOST, Group.WAVERING);
        Sighting lost = data.sightings().get(0);
        assertThat(lost.month()).isEqualTo(APRIL);
        assertThat(lost.model()).contains("competitor");
        assertThat(data.counts()).containsExactly(new MonthCount(MARCH, "key", 1), new MonthCount(APRIL, "key", 1));
    }

    @Test
    void whatWasNoLossIsNone() {
        List<Decided> calm = List.of(decided(on(MARCH, 1), "low", "price"));

        assertThat(data(course("C", calm, left(on(MARCH, 9), LeaveType.INVOLUNTARY)))
                        .sightings())
                .isEmpty();
        assertThat(data(course(
                                "C",
                                calm,
                                left(on(MARCH, 9), LeaveType.INVOLUNTARY),
                                left(on(MARCH, 10), LeaveType.VOLUNTARY)))
                        .sightings())
                .as("who was cut off cannot leave")
                .isEmpty();
        Told back = new Told(OutcomeKind.RETURNED, on(MARCH, 10), "", Optional.empty(), Optional.empty(), 0);
        assertThat(data(course(
                                "C",
                                calm,
                                left(on(MARCH, 9), LeaveType.VOLUNTARY),
                                back,
                                left(on(APRIL, 10), LeaveType.VOLUNTARY)))
                        .sightings())
                .extracting(Sighting::month)
                .containsExactly(MARCH, APRIL);
    }

    @Test
    void whoLeavesWithoutEverBeingScoredIsLostWithoutAModelsReason() {
        Sighting lost = only(course(
                "C",
                List.of(),
                left(on(APRIL, 9), LeaveType.VOLUNTARY),
                told(OutcomeKind.STATED_REASON, on(APRIL, 9), "price")));

        assertThat(lost.model()).isEmpty();
        assertThat(lost.stated()).contains("price");
        assertThat(lost.answer()).isEqualTo(Answer.NONE);
    }

    @Test
    void aDecisionOfTheDayOfLeavingCountsAsBefore() {
        Sighting lost = only(course(
                "C",
                List.of(decided(on(MARCH, 9), "high", "price"), decided(on(MARCH, 10), "high", "neglect")),
                left(on(MARCH, 9).minus(Duration.ofHours(8)), LeaveType.VOLUNTARY)));

        assertThat(lost.model()).contains("price");
    }

    @Test
    void aReasonSpeaksForAQuarterAroundLeavingAndOnlyBeforeForOthers() {
        List<Decided> risky = List.of(decided(on(MARCH, 1), "high", "price"));
        Told later = told(OutcomeKind.STATED_REASON, on(APRIL, 5), "competitor");

        assertThat(only(course("C", risky, later)).stated())
                .as("nobody knew that in March")
                .isEmpty();
        DiagnosisData left = data(course(
                "C",
                risky,
                left(on(MARCH, 20), LeaveType.VOLUNTARY),
                later,
                told(OutcomeKind.CONFIRMED_REASON, on(MARCH.minusMonths(6), 5), "neglect")));
        assertThat(left.sightings().get(0).stated()).contains("competitor");
        assertThat(left.sightings().get(0).confirmed()).isEmpty();
    }

    @Test
    void aWinBackIsNoScoreOfACustomer() {
        assertThat(data(course("C", List.of(winBack(on(MARCH, 1))))).counts()).isEmpty();
    }

    @Test
    void marginIsThatOfTwelveMonths() {
        Sighting sighting = only(course(
                "C",
                List.of(decided(on(APRIL, 1), "high", "price")),
                margin(on(APRIL, 2), 5),
                margin(on(MARCH, 2), -1.5),
                margin(on(APRIL.minusMonths(13), 2), 100),
                margin(on(APRIL.plusMonths(1), 2), 100)));

        assertThat(sighting.margin()).isEqualTo(OptionalDouble.of(3.5));
        assertThat(only(course("C", List.of(decided(on(APRIL, 1), "high", "price"))))
                        .margin())
                .isEmpty();
    }

    @Test
    void theHeldOutAndWhoRefusesAreNotAsked() {
        List<Decided> risky = List.of(decided(on(MARCH, 1), "high", "price"));
        Decided shadow = new Decided(
                on(MARCH, 1), "", false, false, 0.2, "high", List.of(), Answer.HELD_OUT, "bill-review", "", "key", "");

        assertThat(only(course("C", risky)).interview()).isTrue();
        assertThat(only(new CustomerCourse("C", risky, List.of(), true, false)).interview())
                .isFalse();
        assertThat(only(new CustomerCourse("C", risky, List.of(), false, true)).interview())
                .isFalse();
        assertThat(only(course("C", List.of(shadow))).interview())
                .as("held out for one campaign")
                .isFalse();
    }

    /** Its decision is over with the next plan, its effect is measured for a year. */
    @Test
    void whoIsHeldOutByALotIsNotAskedWhileItIsMeasured() {
        Decided shadow = line("", on(MARCH, 1), "high", 0.6, Answer.HELD_OUT, "price");
        Decided anew = line("", on(APRIL, 1), "high", 0.6, Answer.NONE, "price");
        Decided nextYear = line("", on(APRIL.plusYears(1), 1), "high", 0.6, Answer.NONE, "price");
        Sightings sightings = new Sightings(on(APRIL.plusYears(1), 20));
        sightings.add(course("C", List.of(shadow, anew, nextYear)));

        assertThat(sightings.data().sightings())
                .extracting(Sighting::month, Sighting::interview)
                .startsWith(tuple(MARCH, false), tuple(APRIL, false))
                .endsWith(tuple(APRIL.plusYears(1), true));
    }

    @Test
    void theLostWhoseWinBackIsWithheldAreNotAsked() {
        Decided withheld = new Decided(
                on(MARCH, 20), "", true, false, 0.1, "", List.of(), Answer.HELD_OUT, "come-back", "", "key", "");
        List<Decided> risky = List.of(decided(on(MARCH, 1), "high", "price"));
        Told left = left(on(MARCH, 10), LeaveType.VOLUNTARY);

        assertThat(only(course("C", risky, left)).interview()).isTrue();
        assertThat(only(course("C", List.of(risky.get(0), withheld), left)).interview())
                .isFalse();
    }

    @Test
    void ofWhatIsSaidAtOneMomentTheLastTellingWins() {
        List<Decided> risky = List.of(decided(on(MARCH, 1), "high", "price"));
        Told first = told(OutcomeKind.STATED_REASON, on(MARCH, 5), "price");
        Told last = told(OutcomeKind.STATED_REASON, on(MARCH, 5), "neglect");

        assertThat(only(course("C", risky, first, last)).stated()).contains("neglect");
        assertThat(only(course("C", risky, last, first)).stated()).contains("price");
    }

    @Test
    void theRiskiestLineSpeaksForACustomer() {
        Sighting wavering = only(course(
                "C",
                List.of(
                        line("L1", on(MARCH, 1), "high", 0.2, Answer.NONE, "price"),
                        line("L2", on(MARCH, 2), "critical", 0.6, Answer.REACHED, "competitor"),
                        line("L3", on(MARCH, 3), "high", 0.2, Answer.NONE, "price"))));

        assertThat(wavering.model()).contains("competitor");
        assertThat(wavering.answer()).isEqualTo(Answer.REACHED);
        assertThat(wavering.tier()).isEqualTo("small");
    }

    @Test
    void ofOneLineTheLastDecisionOfAMonthSpeaks() {
        Decided feared = line("L1", on(MARCH, 1), "critical", 0.9, Answer.REACHED, "price");
        Decided calmed = line("L1", on(MARCH, 30), "low", 0.05, Answer.NONE, "price");
        Decided other = line("L2", on(MARCH, 2), "high", 0.3, Answer.NONE, "neglect");

        assertThat(data(course("C", List.of(feared, calmed))).sightings())
                .as("no longer feared for")
                .isEmpty();
        Sighting wavering = only(course("C", List.of(feared, other, calmed)));
        assertThat(wavering.model()).contains("neglect");
        assertThat(wavering.answer()).as("care of the month is told").isEqualTo(Answer.REACHED);
    }

    @Test
    void aSmallShareLeadsNothing() {
        Decided weak = new Decided(
                on(MARCH, 1),
                "",
                false,
                false,
                0.6,
                "high",
                List.of(new Raising("price", 0.5, 0.04), new Raising("neglect", 0.4, 0.3)),
                Answer.NONE,
                "",
                "",
                "key",
                "");

        assertThat(only(course("C", List.of(weak))).model()).contains("neglect");
    }

    private static Decided refused(Instant at) {
        return new Decided(at, "", false, true, 0.2, "high", List.of(), Answer.NONE, "", "", "key", "");
    }

    @Test
    void whoWantedNoContactInTheMonthOrLaterIsNotAsked() {
        Decided risky = decided(on(MARCH, 1), "high", "price");

        assertThat(only(course("C", List.of(refused(on(MARCH, 1)), decided(on(MARCH, 2), "high", "price"))))
                        .interview())
                .isFalse();
        assertThat(data(course("C", List.of(risky, refused(on(APRIL, 1))))).sightings())
                .extracting(Sighting::interview)
                .containsOnly(false);
        assertThat(data(course("C", List.of(refused(on(MARCH, 1)), decided(on(APRIL, 1), "high", "price"))))
                        .sightings())
                .as("agreed since")
                .extracting(Sighting::interview)
                .containsExactly(false, true, true, true);
    }

    @Test
    void theAnswerIsThatOfAllLinesAndTheReasonThatOfTheRiskiest() {
        Decided risky = line("L1", on(MARCH, 1), "critical", 0.6, Answer.PLANNED, "price");

        Sighting withheld =
                only(course("C", List.of(risky, line("L2", on(MARCH, 1), "low", 0.1, Answer.HELD_OUT, "price"))));
        Sighting reached =
                only(course("C", List.of(risky, line("L2", on(MARCH, 1), "low", 0.1, Answer.REACHED, "price"))));
        Sighting none = only(course("C", List.of(risky, line("L2", on(MARCH, 1), "low", 0.1, Answer.NONE, "price"))));

        assertThat(withheld.answer()).isEqualTo(Answer.HELD_OUT);
        assertThat(withheld.interview()).isFalse();
        assertThat(withheld.model()).contains("price");
        assertThat(reached.answer()).isEqualTo(Answer.REACHED);
        assertThat(reached.action()).isEqualTo("L2-play");
        assertThat(none.answer()).isEqualTo(Answer.PLANNED);
        assertThat(none.interview()).isTrue();
    }

    @Test
    void whoHasLeftIsNeitherCountedNorWaveringUntilTheyAreBack() {
        List<Decided> risky = List.of(
                decided(on(MARCH, 1), "high", "price"),
                decided(on(APRIL, 1), "high", "price"),
                decided(on(APRIL.plusMonths(1), 1), "high", "price"));

        DiagnosisData gone = data(course("C", risky, left(on(MARCH, 9), LeaveType.VOLUNTARY)));
        DiagnosisData cutOff = data(course("C", risky, left(on(MARCH, 9), LeaveType.INVOLUNTARY)));
        DiagnosisData back = data(
                course("C", risky, left(on(MARCH, 9), LeaveType.VOLUNTARY), returned(on(APRIL.plusMonths(1), 3), "")));

        assertThat(gone.sightings()).extracting(Sighting::group).containsExactly(Group.LOST);
        assertThat(gone.counts()).containsExactly(new MonthCount(MARCH, "key", 1));
        assertThat(cutOff.sightings()).isEmpty();
        assertThat(cutOff.counts()).containsExactly(new MonthCount(MARCH, "key", 1));
        assertThat(back.sightings())
                .extracting(Sighting::group)
                .containsExactly(Group.LOST, Group.WAVERING, Group.WAVERING, Group.WAVERING);
        assertThat(back.counts())
                .extracting(MonthCount::month)
                .containsExactly(MARCH, APRIL.plusMonths(1), APRIL.plusMonths(2), JULY);
    }

    @Test
    void theLinesThatAreStillThereGoOn() {
        List<Decided> lines = List.of(
                line("L1", on(APRIL, 1), "critical", 0.6, Answer.REACHED, "price"),
                line("L2", on(APRIL, 1), "low", 0.1, Answer.PLANNED, "price"));

        DiagnosisData data = data(course("C", lines, left(on(MARCH, 9), "L1", LeaveType.VOLUNTARY)));

        assertThat(data.sightings()).extracting(Sighting::group).containsExactly(Group.LOST);
        assertThat(data.counts()).startsWith(new MonthCount(MARCH, "", 0), new MonthCount(APRIL, "key", 1));
    }

    @Test
    void aDecisionStandsForThreeMonthsOrUntilANewerOneIsThere() {
        Decided march = decided(on(MARCH, 20), "high", "price");

        assertThat(data(course("C", List.of(march))).sightings())
                .extracting(Sighting::month)
                .containsExactlyElementsOf(months(MARCH, 3));
        assertThat(data(course("C", List.of(decided(on(JULY.minusMonths(1), 1), "high", "price"))))
                        .counts())
                .as("not beyond what is known")
                .extracting(MonthCount::month)
                .containsExactlyElementsOf(months(JULY.minusMonths(1), 2));
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
        Sightings sightings = new Sightings(on(JULY, 1));
        IntStream.range(0, 100)
                .mapToObj(i -> course("C" + i, List.of(i % 5 == 0 ? risky(MARCH) : calm(MARCH))))
                .forEach(sightings::add);
        DiagnosisData data = sightings.data();

        assertThat(data.counts())
                .extracting(MonthCount::month, MonthCount::customers)
                .containsExactly(tuple(MARCH, 100), tuple(APRIL, 100), tuple(APRIL.plusMonths(1), 100));
        assertThat(data.covers())
                .containsExactly(
                        new MonthCover(MARCH, 100, 0),
                        new MonthCover(APRIL, 100, 100),
                        new MonthCover(APRIL.plusMonths(1), 100, 100));
    }

    private static Decided risky(YearMonth month) {
        return line("", on(month, 1), "high", 0.6, Answer.PLANNED, "price");
    }

    private static Decided calm(YearMonth month) {
        return line("", on(month, 1), "low", 0.05, Answer.NONE, "price");
    }

    @Test
    void aPlanOfTheRiskyAloneCannotBeCompared() {
        Sightings sightings = new Sightings(on(JULY, 1));
        for (int i = 0; i < 1000; i++) {
            List<Decided> wavering = List.of(risky(MARCH.minusMonths(2)), risky(APRIL));
            sightings.add(course("C" + i, i % 5 == 0 ? wavering : List.of(calm(MARCH.minusMonths(2)))));
        }
        Diagnoser diagnoser = new Diagnoser(sightings.data(), ReasonCatalogue.standard(), 1, 0);

        Diagnosis march = diagnoser.of(MARCH);
        Diagnosis april = diagnoser.of(APRIL);

        assertThat(march.cover()).isEqualTo(new Cover(1000, 1000, 1000));
        assertThat(march.groups().get(0).change().difference()).isPresent();
        assertThat(april.cover()).isEqualTo(new Cover(1000, 200, 200));
        assertThat(april.cover().isComparable()).isFalse();
        assertThat(april.groups().get(0).change().now()).isEqualTo(new ShareChange.Month(200, 200));
        assertThat(april.groups().get(0).change().difference())
                .as("nobody changed")
                .isEmpty();
        assertThat(april.groups().get(0).change().finding()).isFalse();
        assertThat(DiagnosisAdvice.of(april, ReasonCatalogue.standard()))
                .anySatisfy(step -> assertThat(step.in(Language.ENGLISH))
                        .startsWith("Do not compare this month with the one before: of 200 customers")
                        .contains("1,000 in the month before", "only 200 are in both"))
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

        assertThat(data.covers()).startsWith(new MonthCover(MARCH, 2, 0), new MonthCover(APRIL, 2, 2));
        assertThat(new Cover(10, 10, 9).isComparable()).isTrue();
        assertThat(new Cover(10, 9, 8).isComparable()).isFalse();
        assertThat(new Cover(0, 5, 0).isComparable()).isFalse();
        assertThat(new Cover(0, 5, 0).differs()).as("there is no month before").isFalse();
    }

    @Test
    void whoLeftWithoutADecisionIsLostAndNotCounted() {
        DiagnosisData data = data(course("C", List.of(), left(on(APRIL, 9), LeaveType.VOLUNTARY)));

        assertThat(data.sightings())
                .singleElement()
                .satisfies(sighting -> assertThat(sighting.counted()).isFalse());
        assertThat(data.counts()).containsExactly(new MonthCount(APRIL, "", 0));
    }
}
