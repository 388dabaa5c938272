package io.holdfast.care.diagnosis;

import static io.holdfast.care.diagnosis.Courses.APRIL;
import static io.holdfast.care.diagnosis.Courses.MARCH;
import static io.holdfast.care.diagnosis.Courses.course;
import static io.holdfast.care.diagnosis.Courses.data;
import static io.holdfast.care.diagnosis.Courses.decided;
import static io.holdfast.care.diagnosis.Courses.left;
import static io.holdfast.care.diagnosis.Courses.line;
import static io.holdfast.care.diagnosis.Courses.margin;
import static io.holdfast.care.diagnosis.Courses.on;
import static io.holdfast.care.diagnosis.Courses.only;
import static io.holdfast.care.diagnosis.Courses.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.care.diagnosis.CustomerCourse.Decided;
import io.holdfast.care.diagnosis.CustomerCourse.Raising;
import io.holdfast.care.diagnosis.CustomerCourse.Told;
import io.holdfast.care.effect.LeaveType;
import io.holdfast.care.effect.OutcomeKind;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class SightingsTest {
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
}
