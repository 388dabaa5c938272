package io.holdfast.care.effect;

import static io.holdfast.care.effect.Units.after;
import static io.holdfast.care.effect.Units.left;
import static io.holdfast.care.effect.Units.lost;
import static io.holdfast.care.effect.Units.outcome;
import static io.holdfast.care.effect.Units.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class StayingCurvesTest {
    private static List<DecidedUnit> arm(Side side, int size, DatedOutcome... outcomesOfHalf) {
        return new ArrayList<>(IntStream.range(0, size)
                .mapToObj(i -> i % 2 == 0 ? unit(side + " " + i, side, outcomesOfHalf) : unit(side + " " + i, side))
                .toList());
    }

    private static StayingCurves curves(List<DecidedUnit> assigned, List<DecidedUnit> shadow, int days) {
        List<DecidedUnit> all = new ArrayList<>(assigned);
        all.addAll(shadow);
        return StayingCurves.of(all, after(days)).orElseThrow();
    }

    @Test
    void anEndFallsOnTheDayInWhichItHappens() {
        StayingCurves curves = curves(arm(Side.ASSIGNED, 100, left(40)), arm(Side.SHADOW, 40, left(20)), 100);

        assertThat(curves.assigned().on(39).share()).isEqualTo(1);
        assertThat(curves.assigned().on(40).share()).isCloseTo(0.5, within(1e-12));
        assertThat(curves.shadow().on(20).share()).isCloseTo(0.5, within(1e-12));
        assertThat(curves.assigned().atRisk(40)).isEqualTo(100);
    }

    @Test
    void everyEndCountsButADowngradeIsNone() {
        StayingCurves cutOff = curves(
                arm(Side.ASSIGNED, 60, left(10, LeaveType.INVOLUNTARY)),
                arm(Side.SHADOW, 60, left(10, LeaveType.PARTIAL)),
                100);

        assertThat(cutOff.assigned().on(10).share()).isCloseTo(0.5, within(1e-12));
        assertThat(cutOff.shadow().on(100).share()).isEqualTo(1);
    }

    @Test
    void nobodyIsTakenForAStayerBeyondWhatIsReported() {
        List<DecidedUnit> late = IntStream.range(0, 50)
                .mapToObj(i -> unit("late " + i, Side.ASSIGNED, "p2", after(80)))
                .toList();
        List<DecidedUnit> assigned = arm(Side.ASSIGNED, 50, left(95));
        assigned.addAll(late);
        StayingCurves curves = curves(assigned, arm(Side.SHADOW, 50), 90);

        assertThat(curves.assigned().on(90).share())
                .as("what comes later is not known yet")
                .isEqualTo(1);
        assertThat(curves.assigned().atRisk(10)).isEqualTo(100);
        assertThat(curves.assigned().atRisk(11)).isEqualTo(50);
    }

    @Test
    void nobodyIsWatchedForMoreThanAYear() {
        StayingCurves curves = curves(arm(Side.ASSIGNED, 50, left(400)), arm(Side.SHADOW, 50), 800);

        assertThat(curves.assigned()
                        .points()
                        .get(curves.assigned().points().size() - 1)
                        .day())
                .isEqualTo(365);
        assertThat(curves.assigned().on(365).share()).isEqualTo(1);
    }

    @Test
    void theLostAreNotWatchedAndTooFewGiveNoCurve() {
        List<DecidedUnit> all = arm(Side.ASSIGNED, 50, left(10));
        arm(Side.SHADOW, 50).forEach(unit -> all.add(lost(unit)));

        assertThat(StayingCurves.of(all, after(100))).isEmpty();

        List<DecidedUnit> few = arm(Side.ASSIGNED, 50);
        few.addAll(arm(Side.SHADOW, 29));
        assertThat(StayingCurves.of(few, after(100))).isEmpty();
    }

    @Test
    void partOfADayIsNoDay() {
        List<DecidedUnit> all = arm(Side.ASSIGNED, 40, outcome(OutcomeKind.MARGIN, 3, 1));
        all.addAll(arm(Side.SHADOW, 40));

        StayingCurves curves =
                StayingCurves.of(all, after(10).plus(Duration.ofHours(23))).orElseThrow();

        assertThat(curves.assigned().points().get(1).day()).isEqualTo(10);
    }

    @Test
    void anEndDatedByTheDayOfTheDecisionFallsOnTheFirstDay() {
        DatedOutcome early = new DatedOutcome(
                OutcomeKind.LEFT, after(0).truncatedTo(ChronoUnit.DAYS), 0, Optional.of(LeaveType.VOLUNTARY));
        DatedOutcome before = new DatedOutcome(
                OutcomeKind.LEFT,
                after(0).truncatedTo(ChronoUnit.DAYS).minusSeconds(1),
                0,
                Optional.of(LeaveType.VOLUNTARY));

        StayingCurves curves = curves(arm(Side.ASSIGNED, 100, early), arm(Side.SHADOW, 60, before), 10);

        assertThat(curves.assigned().on(0).share()).isEqualTo(1);
        assertThat(curves.assigned().on(1).share()).isCloseTo(0.5, within(1e-12));
        assertThat(curves.shadow().on(10).share()).isEqualTo(1);
    }
}
