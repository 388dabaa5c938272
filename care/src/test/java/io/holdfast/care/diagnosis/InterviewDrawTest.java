package io.holdfast.care.diagnosis;

import static io.holdfast.care.diagnosis.Courses.APRIL;
import static io.holdfast.care.diagnosis.Courses.sighting;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InterviewDrawTest {
    private final Sighted month = new Sighted();

    @Test
    void theDrawIsRandomFixedByTheSeedAndLeavesOutWhoMayNotBeAsked() {
        month.add(50, "a", APRIL, Group.WAVERING, "price", "");
        for (int i = 0; i < 50; i++) {
            month.sightings.add(sighting("held" + i, APRIL, Group.WAVERING, "price", "", false));
        }
        List<String> first = month.diagnoser(1, 5).of(APRIL).interviews().get(0).customers();

        assertThat(first)
                .hasSize(5)
                .allMatch(customer -> customer.startsWith("a"))
                .isNotEqualTo(List.of("a0", "a1", "a2", "a3", "a4"));
        Collections.reverse(month.sightings);
        assertThat(month.diagnoser(1, 5).of(APRIL).interviews().get(0).customers())
                .isEqualTo(first);
        assertThat(month.diagnoser(2, 5).of(APRIL).interviews().get(0).customers())
                .isNotEqualTo(first);
        assertThat(month.april().interviews().get(0).of().shown()).hasValue(50);
        assertThat(month.april().notAsked().shown()).hasValue(50);
        assertThat(month.diagnoser(1, 0).of(APRIL).interviews().get(0).customers())
                .isEmpty();
    }
}
