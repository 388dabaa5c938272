package io.holdfast.care.diagnosis;

import static io.holdfast.care.diagnosis.Courses.APRIL;
import static io.holdfast.care.diagnosis.Courses.MARCH;
import static io.holdfast.care.diagnosis.Courses.course;
import static io.holdfast.care.diagnosis.Courses.left;
import static io.holdfast.care.diagnosis.Courses.line;
import static io.holdfast.care.diagnosis.Courses.on;
import static io.holdfast.care.diagnosis.Courses.returned;
import static io.holdfast.care.diagnosis.Courses.winBack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.holdfast.care.diagnosis.CustomerCourse.Decided;
import io.holdfast.care.diagnosis.CustomerCourse.Told;
import io.holdfast.care.effect.LeaveType;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is lost, of which line, and who is back. */
final class TurnsTest {
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
    private static final YearMonth JUNE = YearMonth.of(2026, 6);

    private static DiagnosisData data(List<Decided> decisions, Told... outcomes) {
        Sightings sightings = new Sightings(on(JUNE, 30));
        sightings.add(course("C", decisions, outcomes));
        return sightings.data();
    }

    private static List<Sighting> lost(List<Decided> decisions, Told... outcomes) {
        return data(decisions, outcomes).sightings().stream()
                .filter(sighting -> sighting.group() == Group.LOST)
                .toList();
    }

    private static Decided risky(String unit, Instant at) {
        return line(unit, at, "high", 0.5, Answer.NONE, "price");
    }

    @Test
    void whoIsBackByTheEndOfTheMonthIsNotLost() {
        List<Decided> lines = List.of(risky("L1", on(MARCH, 1)), risky("L2", on(MARCH, 1)));
        Told first = left(on(MARCH, 3), "L1", LeaveType.VOLUNTARY);

        assertThat(lost(lines, first, returned(on(MARCH, 20), "L1"))).isEmpty();
        assertThat(data(lines, first, returned(on(MARCH, 20), "L1")).sightings().stream()
                        .filter(sighting -> sighting.month().equals(MARCH)))
                .as("but still wavers")
                .extracting(Sighting::group)
                .containsExactly(Group.WAVERING);
        assertThat(lost(lines, first, returned(on(APRIL, 2), "L1")))
                .as("of the month after")
                .extracting(Sighting::month)
                .containsExactly(MARCH);
        assertThat(lost(lines, first, returned(on(MARCH, 20), "L1"), left(on(MARCH, 25), "L1", LeaveType.VOLUNTARY)))
                .as("and gone again")
                .hasSize(1);
        assertThat(lost(lines, first, returned(on(MARCH, 20), "L1"), left(on(MARCH, 9), "L2", LeaveType.VOLUNTARY)))
                .as("another line")
                .hasSize(1);
    }

    @Test
    void whoCameBackAndWasCutOffThenDidNotLeaveOfTheirOwnWill() {
        List<Decided> decisions = List.of(risky("", on(MARCH, 1)));
        Told own = left(on(MARCH, 3), LeaveType.VOLUNTARY);
        Told back = returned(on(MARCH, 20), "");
        Told cutOff = left(on(MARCH, 25), LeaveType.INVOLUNTARY);

        DiagnosisData data = data(decisions, own, back, cutOff);

        assertThat(data.sightings()).isEmpty();
        assertThat(data.counts()).as("but was there").contains(new MonthCount(MARCH, "key", 1));
        assertThat(lost(decisions, own, cutOff)).as("never back").hasSize(1);
        assertThat(lost(decisions, own, back, left(on(MARCH, 25), LeaveType.VOLUNTARY)))
                .as("left twice")
                .hasSize(1);
    }

    /** What is said after the first end and the return is no word on the second one. */
    @Test
    void whoLeftTwiceInAMonthIsLostByTheEndThatStands() {
        List<Decided> decisions = List.of(
                line("", on(MARCH, 1), "high", 0.5, Answer.NONE, "price"),
                line("", on(MARCH, 22), "high", 0.5, Answer.NONE, "neglect"));

        assertThat(lost(
                        decisions,
                        left(on(MARCH, 3), LeaveType.VOLUNTARY),
                        returned(on(MARCH, 20), ""),
                        left(on(MARCH, 25), LeaveType.VOLUNTARY)))
                .extracting(Sighting::model)
                .containsExactly(Optional.of("neglect"));
    }

    @Test
    void theReasonOfALostLineIsItsOwn() {
        List<Decided> lines = List.of(
                line("L1", on(MARCH, 1), "high", 0.9, Answer.NONE, "price"),
                line("L2", on(MARCH, 1), "low", 0.05, Answer.REACHED, "neglect"));

        assertThat(lost(lines, left(on(MARCH, 20), "L1", LeaveType.VOLUNTARY)))
                .singleElement()
                .satisfies(sighting -> {
                    assertThat(sighting.model()).contains("price");
                    assertThat(sighting.answer())
                            .as("care is told of all lines")
                            .isEqualTo(Answer.REACHED);
                });
        assertThat(lost(lines, left(on(MARCH, 20), "L2", LeaveType.VOLUNTARY)))
                .extracting(Sighting::model)
                .containsExactly(Optional.of("neglect"));
        assertThat(data(lines, left(on(MARCH, 20), "L1", LeaveType.VOLUNTARY)).covers())
                .as("and goes on being a customer with the other line")
                .startsWith(new MonthCover(MARCH, 1, 0, 1, 0), new MonthCover(APRIL, 1, 1, 0, 1));
        assertThat(lost(lines, left(on(MARCH, 20), LeaveType.VOLUNTARY)))
                .as("of all that left, the riskiest")
                .extracting(Sighting::model)
                .containsExactly(Optional.of("price"));
    }

    @Test
    void aLineThatNobodyDecidedAboutLeavesWithoutAModelsReason() {
        List<Decided> other = List.of(line("L2", on(MARCH, 1), "high", 0.5, Answer.NONE, "neglect"));
        List<Decided> whole = List.of(line("", on(MARCH, 1), "high", 0.5, Answer.NONE, "neglect"));
        Told left = left(on(MARCH, 20), "L1", LeaveType.VOLUNTARY);

        assertThat(lost(other, left)).singleElement().satisfies(sighting -> {
            assertThat(sighting.model()).isEmpty();
            assertThat(sighting.tier()).as("a customer has one").isEqualTo("key");
            assertThat(sighting.counted()).isTrue();
        });
        assertThat(lost(whole, left).get(0).model()).contains("neglect");
    }

    @Test
    void whatIsToldOfTheWholeCustomerIsToldOfEachLine() {
        List<Decided> risky = List.of(risky("", on(FEBRUARY, 1)));

        assertThat(lost(risky, left(on(MARCH, 30), LeaveType.VOLUNTARY), left(on(APRIL, 2), "L1", LeaveType.VOLUNTARY)))
                .as("left once")
                .extracting(Sighting::month)
                .containsExactly(MARCH);
        assertThat(lost(
                        risky,
                        left(on(MARCH, 30), LeaveType.INVOLUNTARY),
                        left(on(APRIL, 2), "L1", LeaveType.VOLUNTARY)))
                .as("who was cut off cannot leave")
                .isEmpty();
        assertThat(lost(
                        risky,
                        left(on(JANUARY, 10), "L1", LeaveType.VOLUNTARY),
                        returned(on(FEBRUARY, 10), ""),
                        left(on(JUNE, 10), "L1", LeaveType.VOLUNTARY)))
                .extracting(Sighting::month)
                .containsExactly(JANUARY, JUNE);
    }

    @Test
    void whoIsBackWithOneLineCanLeaveAgain() {
        assertThat(lost(
                        List.of(risky("", on(JUNE, 1))),
                        left(on(JANUARY, 10), LeaveType.VOLUNTARY),
                        returned(on(FEBRUARY, 10), "L1"),
                        left(on(JUNE, 10), LeaveType.VOLUNTARY)))
                .extracting(Sighting::month)
                .containsExactly(JANUARY, JUNE);
    }

    @Test
    void aLaterDecisionToWinBackOutweighsAnOldReturn() {
        List<Decided> decisions =
                List.of(risky("", on(FEBRUARY, 20)), risky("", on(APRIL, 1)), winBack(on(APRIL.plusMonths(1), 10)));

        DiagnosisData data = data(
                decisions, left(on(YearMonth.of(2025, 12), 10), LeaveType.VOLUNTARY), returned(on(FEBRUARY, 5), ""));

        assertThat(data.counts()).extracting(MonthCount::month).doesNotContain(JUNE);
        assertThat(data.sightings())
                .filteredOn(sighting -> sighting.group() == Group.WAVERING)
                .extracting(Sighting::month)
                .containsExactly(FEBRUARY, MARCH, APRIL);
    }

    /** Nobody reported the return, but the customer file of a year later knows it. */
    @Test
    void aDecisionToKeepMadeLongAfterTheEndKnowsThatTheCustomerIsBack() {
        Told left = left(on(YearMonth.of(2024, 12), 10), LeaveType.VOLUNTARY);
        List<Decided> kept = List.of(risky("", on(MARCH, 1)));

        assertThat(data(kept, left).sightings())
                .extracting(Sighting::month, Sighting::group)
                .contains(tuple(MARCH, Group.WAVERING));
        assertThat(lost(kept, left, left(on(APRIL, 9), LeaveType.VOLUNTARY)))
                .extracting(Sighting::month, Sighting::counted)
                .containsExactly(tuple(YearMonth.of(2024, 12), false), tuple(APRIL, true));
    }

    @Test
    void aDecisionToKeepSoonAfterTheEndRestsOnAnOlderFile() {
        assertThat(data(
                                List.of(risky("", on(MARCH, 1)), risky("", on(APRIL, 1))),
                                left(on(MARCH, 9), LeaveType.VOLUNTARY))
                        .counts())
                .extracting(MonthCount::month)
                .containsExactly(MARCH);
        assertThat(data(List.of(winBack(on(MARCH, 1)), risky("", on(APRIL, 1)))).sightings())
                .as("the file of March knew that the customer had left, that of April that they are back")
                .extracting(Sighting::month)
                .contains(APRIL);
    }

    @Test
    void ofTwoEndsAtOneMomentTheLastTellingWins() {
        Told own = left(on(MARCH, 9), LeaveType.VOLUNTARY);
        Told cutOff = left(on(MARCH, 9), LeaveType.INVOLUNTARY);

        assertThat(lost(List.of(), own, cutOff)).isEmpty();
        assertThat(lost(List.of(), cutOff, own)).hasSize(1);
    }

    /** L1 left in February, so that what was decided about it says nothing of who leaves with L2 in March. */
    @Test
    void linesThatAreGoneNeitherCountNorAnswer() {
        List<Decided> gone = List.of(line("L1", on(JANUARY, 9), "high", 0.9, Answer.REACHED, "price"));

        DiagnosisData data = data(
                gone,
                left(on(FEBRUARY, 10), "L1", LeaveType.VOLUNTARY),
                left(on(MARCH, 10), "L2", LeaveType.VOLUNTARY));

        assertThat(data.sightings())
                .filteredOn(sighting -> sighting.month().equals(MARCH))
                .singleElement()
                .satisfies(sighting -> {
                    assertThat(sighting.counted()).isFalse();
                    assertThat(sighting.answer()).isEqualTo(Answer.NONE);
                    assertThat(sighting.model()).isEmpty();
                });
        assertThat(data.counts()).contains(new MonthCount(MARCH, "", 0));
    }
}
