package io.holdfast.care.effect;

import static io.holdfast.care.effect.EffectMetric.LEAVE_RATE;
import static io.holdfast.care.effect.EffectMetric.MARGIN;
import static io.holdfast.care.effect.EffectMetric.RETAINED_MONTHS;
import static io.holdfast.care.effect.EffectMetric.RETURN_RATE;
import static io.holdfast.care.effect.EffectMetric.SATISFACTION;
import static io.holdfast.care.effect.Units.DAY;
import static io.holdfast.care.effect.Units.left;
import static io.holdfast.care.effect.Units.lost;
import static io.holdfast.care.effect.Units.outcome;
import static io.holdfast.care.effect.Units.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class EffectMetricTest {
    private static double value(EffectMetric metric, int days, DatedOutcome... outcomes) {
        return metric.value(unit("c", Side.ASSIGNED, outcomes), days).orElseThrow();
    }

    @Test
    void countsLeavingOfOnesOwnWillWithinTheWindow() {
        assertThat(value(LEAVE_RATE, 90)).isZero();
        assertThat(value(LEAVE_RATE, 90, left(1))).isEqualTo(1);
        assertThat(value(LEAVE_RATE, 90, left(90))).isEqualTo(1);
        assertThat(value(LEAVE_RATE, 90, left(91))).isZero();
        assertThat(value(LEAVE_RATE, 180, left(91))).isEqualTo(1);
        assertThat(value(LEAVE_RATE, 90, left(-1))).isZero();
        assertThat(value(LEAVE_RATE, 90, left(5, LeaveType.NATURAL))).isZero();
        assertThat(value(LEAVE_RATE, 90, left(5, LeaveType.INTERNAL))).isZero();
        assertThat(value(LEAVE_RATE, 90, left(5), outcome(OutcomeKind.RETURNED, 9, 0)))
                .isEqualTo(1);
    }

    /** What is dated by its day alone has that day's midnight; plans are made later in the day. */
    @Test
    void beginsAWindowWithTheDayOfTheDecision() {
        DecidedUnit noon = unit(
                "c",
                Side.ASSIGNED,
                "p1",
                DAY.plus(Duration.ofHours(12)),
                outcome(OutcomeKind.MARGIN, 0, -8),
                outcome(OutcomeKind.MARGIN, -1, -1000),
                outcome(OutcomeKind.MARGIN, 90, 3),
                outcome(OutcomeKind.MARGIN, 91, 1000),
                left(0));

        assertThat(MARGIN.value(noon, 90)).hasValue(-5);
        assertThat(LEAVE_RATE.value(noon, 90)).hasValue(1);
        assertThat(RETAINED_MONTHS.value(noon, 90)).as("not less than none").hasValue(0);
    }

    @Test
    void takesWhatWasToldLastForTheLaterOfTwoAtOneMoment() {
        DatedOutcome gone = left(20);
        DatedOutcome back = outcome(OutcomeKind.RETURNED, 20, 0);

        assertThat(value(RETAINED_MONTHS, 90, gone, back)).isEqualTo(90 / 30.4375);
        assertThat(value(RETAINED_MONTHS, 90, back, gone)).isEqualTo(20 / 30.4375);
        assertThat(value(
                        SATISFACTION,
                        90,
                        outcome(OutcomeKind.SATISFACTION, 10, 2),
                        outcome(OutcomeKind.SATISFACTION, 10, 5),
                        outcome(OutcomeKind.SATISFACTION, 9, 1)))
                .isEqualTo(5);
    }

    @Test
    void tellsAMarginOfNothingFromNoneReported() {
        assertThat(MARGIN.isReported(unit("c", Side.SHADOW), 90)).isFalse();
        assertThat(MARGIN.isReported(unit("c", Side.SHADOW, outcome(OutcomeKind.MARGIN, 91, 3)), 90))
                .isFalse();
        assertThat(MARGIN.isReported(unit("c", Side.SHADOW, outcome(OutcomeKind.MARGIN, 90, 0)), 90))
                .isTrue();
        assertThat(SATISFACTION.isReported(unit("c", Side.SHADOW), 90)).isFalse();
        assertThat(LEAVE_RATE.isReported(unit("c", Side.SHADOW), 90)).isTrue();
    }

    @Test
    void takesTheFirstEndForTheEnd() {
        assertThat(value(LEAVE_RATE, 90, left(20), left(10, LeaveType.INVOLUNTARY)))
                .as("cut off before")
                .isZero();
        assertThat(value(LEAVE_RATE, 90, left(20, LeaveType.NATURAL), left(10))).isEqualTo(1);
        assertThat(value(LEAVE_RATE, 90, left(20), left(10, LeaveType.PARTIAL))).isEqualTo(1);
        assertThat(value(LEAVE_RATE, 90, left(20), left(-10, LeaveType.INVOLUNTARY)))
                .isEqualTo(1);
        assertThat(value(LEAVE_RATE, 90, left(20, LeaveType.NATURAL), left(20))).isEqualTo(1);
    }

    @Test
    void asksOnlyTheLostWhetherTheyReturned() {
        DecidedUnit back = lost(unit("c", Side.ASSIGNED, outcome(OutcomeKind.RETURNED, 30, 0)));

        assertThat(RETURN_RATE.value(back, 90)).hasValue(1);
        assertThat(RETURN_RATE.value(lost(unit("c", Side.ASSIGNED)), 90)).hasValue(0);
        assertThat(LEAVE_RATE.value(back, 90)).isEmpty();
        assertThat(RETURN_RATE.value(unit("c", Side.ASSIGNED), 90)).isEmpty();
        assertThat(RETAINED_MONTHS.value(back, 90)).hasValue(60 / 30.4375);
    }

    @Test
    void chargesLeavingWithTheMonthsThatAreLost() {
        assertThat(value(RETAINED_MONTHS, 365)).isCloseTo(365 / 30.4375, within(1e-12));
        assertThat(value(RETAINED_MONTHS, 365, left(100))).isCloseTo(100 / 30.4375, within(1e-12));
        assertThat(value(RETAINED_MONTHS, 365, left(100, LeaveType.INVOLUNTARY)))
                .isCloseTo(100 / 30.4375, within(1e-12));
        assertThat(value(RETAINED_MONTHS, 365, left(100, LeaveType.PARTIAL))).isCloseTo(365 / 30.4375, within(1e-12));
        assertThat(value(RETAINED_MONTHS, 365, outcome(OutcomeKind.RETURNED, 265, 0), left(100)))
                .isCloseTo(200 / 30.4375, within(1e-12));
    }

    @Test
    void sumsMarginAndTakesTheLastAnswer() {
        assertThat(value(
                        MARGIN,
                        90,
                        outcome(OutcomeKind.MARGIN, 10, 20),
                        outcome(OutcomeKind.MARGIN, 40, -5),
                        outcome(OutcomeKind.MARGIN, 100, 70),
                        outcome(OutcomeKind.REVENUE, 40, 1000)))
                .isEqualTo(15);
        assertThat(value(MARGIN, 90)).isZero();
        assertThat(value(
                        SATISFACTION,
                        90,
                        outcome(OutcomeKind.SATISFACTION, 50, 2),
                        outcome(OutcomeKind.SATISFACTION, 10, 5)))
                .isEqualTo(2);
        assertThat(SATISFACTION.value(unit("c", Side.SHADOW), 90)).isEmpty();
    }
}
