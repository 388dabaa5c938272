package io.holdfast.care.diagnosis;

import static io.holdfast.care.diagnosis.Courses.APRIL;
import static io.holdfast.care.diagnosis.Courses.MARCH;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AgreementsTest {
    private final Sighted month = new Sighted();

    @Test
    void agreementStandsBesideWhatOneAnswerForAllWouldReach() {
        month.add(30, "a", APRIL, Group.LOST, "price", "price");
        month.add(20, "b", APRIL, Group.LOST, "price", "competitor");
        month.add(30, "a", MARCH, Group.WAVERING, "neglect", "price");

        Agreement stated = month.april().agreements().get(0);

        assertThat(stated.both().shown()).as("each customer once, as last seen").hasValue(50);
        assertThat(stated.share().orElseThrow().point()).isEqualTo(0.6);
        assertThat(stated.majority()).isEqualTo(0.6);
        assertThat(month.april().agreements().get(1).share())
                .as("nobody confirmed")
                .isEmpty();
        assertThat(month.advice())
                .anySatisfy(step -> assertThat(step).contains("Do not take the model's reasons for causes", "60 %"));
    }
}
