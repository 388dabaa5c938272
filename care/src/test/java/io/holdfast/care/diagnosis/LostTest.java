package io.holdfast.care.diagnosis;

import static io.holdfast.care.diagnosis.Courses.APRIL;
import static io.holdfast.care.diagnosis.Courses.MARCH;
import static io.holdfast.care.diagnosis.Courses.course;
import static io.holdfast.care.diagnosis.Courses.data;
import static io.holdfast.care.diagnosis.Courses.decided;
import static io.holdfast.care.diagnosis.Courses.left;
import static io.holdfast.care.diagnosis.Courses.line;
import static io.holdfast.care.diagnosis.Courses.on;
import static io.holdfast.care.diagnosis.Courses.only;
import static io.holdfast.care.diagnosis.Courses.returned;
import static io.holdfast.care.diagnosis.Courses.told;
import static io.holdfast.care.diagnosis.Courses.winBack;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.care.diagnosis.CustomerCourse.Decided;
import io.holdfast.care.diagnosis.CustomerCourse.Told;
import io.holdfast.care.effect.LeaveType;
import io.holdfast.care.effect.OutcomeKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LostTest {
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
        Told back = new Told(OutcomeKind.RETURNED, on(APRIL, 2), "", Optional.empty(), Optional.empty(), 0);
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
    void aWinBackIsNoScoreOfACustomer() {
        assertThat(data(course("C", List.of(winBack(on(MARCH, 1))))).counts()).isEmpty();
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
                .containsExactly(MARCH, APRIL.plusMonths(1), APRIL.plusMonths(2), Courses.JULY);
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
    void whoLeftWithoutADecisionIsLostAndNotCounted() {
        DiagnosisData data = data(course("C", List.of(), left(on(APRIL, 9), LeaveType.VOLUNTARY)));

        assertThat(data.sightings())
                .singleElement()
                .satisfies(sighting -> assertThat(sighting.counted()).isFalse());
        assertThat(data.counts()).containsExactly(new MonthCount(APRIL, "", 0));
    }
}
