package io.holdfast.care.diagnosis;

import static io.holdfast.care.diagnosis.Courses.APRIL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class FixListTest {
    private final Sighted month = new Sighted();

    @Test
    void fixesAreTheCompanysCausesByMarginOfThoseStillThere() {
        month.add(20, "a", APRIL, Group.WAVERING, "price", "");
        month.add(30, "b", APRIL, Group.DECLINING, "service-encounter", "");
        month.add(60, "c", APRIL, Group.LOST, "price", "");
        month.add(20, "d", APRIL, Group.LOST, "", "core-service");
        month.add(90, "e", APRIL, Group.WAVERING, "competitor", "");

        List<Fix> fixes = month.april().fixes();

        assertThat(fixes).extracting(Fix::code).containsExactly("service-encounter", "price", "core-service");
        assertThat(fixes.get(0).marginAtStake()).isEqualTo(OptionalDouble.of(300));
        assertThat(fixes.get(0).owner()).isEqualTo("team-a");
        assertThat(fixes.get(1).marginAtStake())
                .as("the lost have nothing at stake")
                .isEqualTo(OptionalDouble.of(200));
        assertThat(fixes.get(1).marginOf().shown()).hasValue(20);
        assertThat(fixes.get(1).affected(Evidence.MODEL).shown()).hasValue(80);
        assertThat(fixes.get(1).affected(Evidence.STATED).shown()).hasValue(0);
        assertThat(fixes.get(2).marginAtStake()).isEmpty();
        assertThat(fixes.get(2).owner()).isEmpty();
        assertThat(month.advice().get(0))
                .startsWith(
                        "Mend first: Contact with service. Customers: by the model 30, stated 0, confirmed by agents 0")
                .contains(
                        "; at stake are 300, the margin of twelve months of the 30 of them still there of whom it was reported (by the model); with team-a.");
    }

    /** By its margin the price would be first; but customers say otherwise, and the model knows no better. */
    @Test
    void whatIsToldComesFirstWhereTheModelIsInDoubt() {
        month.add(90, "a", APRIL, Group.WAVERING, "price", "");
        month.add(60, "b", APRIL, Group.LOST, "price", "core-service");
        month.add(9, "c", APRIL, Group.WAVERING, "price", "core-service");
        month.add(15, "d", APRIL, Group.LOST, "neglect", "service-encounter");

        Diagnosis diagnosis = month.april();

        assertThat(diagnosis.isModelInDoubt()).isTrue();
        assertThat(diagnosis.fixes())
                .extracting(Fix::code)
                .startsWith("core-service", "service-encounter")
                .contains("price");
        assertThat(diagnosis.fixes().get(0).told()).isEqualTo(69);
        assertThat(diagnosis.fixes().get(0).marginAtStake()).isEqualTo(OptionalDouble.of(90));
        assertThat(diagnosis.fixes().get(0).marginOf().shown()).hasValue(9);
        assertThat(month.advice().get(0))
                .isEqualTo(
                        "Mend first: Core service. Customers: stated 69, confirmed by agents 0; it goes by these alone, since the"
                                + " model's reasons agree too little with them; at stake are 90, the margin of twelve months of the 9 of them"
                                + " still there of whom it was reported (stated or confirmed); nobody owns it yet, name somebody.");
    }

    @Test
    void nothingIsToBeMendedForAModelInDoubtAlone() {
        month.add(90, "a", APRIL, Group.WAVERING, "price", "");
        month.add(60, "b", APRIL, Group.LOST, "price", "competitor");

        assertThat(month.advice().get(0))
                .startsWith("Nothing to mend stands out: the model's reasons are not to be taken");
    }

    @Test
    void careIsCountedByCauseAmongThoseStillThere() {
        month.add(20, "a", APRIL, Group.WAVERING, "price", "");
        month.add(9, "b", APRIL, Group.LOST, "price", "");
        month.add(4, "c", APRIL, Group.WAVERING, "neglect", "");
        month.add(4, "d", APRIL, Group.WAVERING, "competitor", "");

        assertThat(month.april().care()).singleElement().satisfies(line -> {
            assertThat(line.customers().shown()).hasValue(20);
            assertThat(line.of(Answer.PLANNED).shown()).hasValue(20);
            assertThat(line.action()).isEqualTo("bill-review");
        });
    }

    @Test
    void hiddenCareDoesNotFollowFromTheRest() {
        month.add(20, "a", APRIL, Group.WAVERING, "price", Answer.REACHED);
        month.add(7, "b", APRIL, Group.WAVERING, "price", Answer.PLANNED);
        month.add(3, "c", APRIL, Group.WAVERING, "price", Answer.NONE);

        CareLine line = month.april().care().get(0);

        assertThat(line.of(Answer.REACHED).shown()).hasValue(20);
        assertThat(line.of(Answer.PLANNED).shown()).isEmpty();
        assertThat(line.of(Answer.HELD_OUT).shown()).hasValue(0);
        assertThat(line.of(Answer.NONE).shown()).isEmpty();
    }

    @Test
    void smallCountsAndTheMarginOfAFewAreNotTold() {
        month.add(4, "a", APRIL, Group.WAVERING, "price", "");
        month.add(3, "b", APRIL, Group.LOST, "price", "price");

        assertThat(month.april().fixes().get(0).marginAtStake()).as("of four").isEmpty();
        assertThat(month.advice().get(0))
                .contains("Customers: by the model 7, stated not shown, confirmed by agents 0;")
                .doesNotContain("margin at stake");
    }
}
