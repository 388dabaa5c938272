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
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.holdfast.care.diagnosis.CustomerCourse.Decided;
import io.holdfast.care.diagnosis.CustomerCourse.Told;
import io.holdfast.care.effect.LeaveType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MayBeAskedTest {
    private static Decided refused(Instant at) {
        return new Decided(at, "", false, true, 0.2, "high", List.of(), Answer.NONE, "", "", "key", "");
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
}
