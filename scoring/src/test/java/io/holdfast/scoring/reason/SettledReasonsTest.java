package io.holdfast.scoring.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SettledReasonsTest {
    private static final double[] AGREED = {0, 0};

    /** So many of twenty bags turn an impact of one, the others make up for it. */
    private static double[] turned(int bags) {
        double[] deviations = new double[20];
        Arrays.fill(deviations, 0, bags, -2);
        Arrays.fill(deviations, bags, 20, 2.0 * bags / (20 - bags));
        return deviations;
    }

    @Test
    void aReasonIsNamedWhereNineteenOfTwentyBagsGiveItsSign() {
        assertThat(new ReasonCase().withBags("price", 1, turned(1)).raising()).containsExactly("price");
        assertThat(new ReasonCase().withBags("price", 1, turned(2)).raising()).isEmpty();
        assertThat(new ReasonCase().withBags("price", 1, turned(2)).unsettled()).containsExactly("price");
    }

    @Test
    void aProtectorFollowsTheSameRule() {
        assertThat(new ReasonCase().withBags("price", -1, AGREED).lowering()).containsExactly("price");
        assertThat(new ReasonCase().withBags("price", -1, 2, -2).lowering()).isEmpty();
        assertThat(new ReasonCase().withBags("price", -1, 2, -2).unsettled()).containsExactly("price");
    }

    @Test
    void whatABagSaysOfOneColumnMayBeSetOffByAnotherOfTheSameReason() {
        ReasonCase together = new ReasonCase().withBags("price", 1, 2, -2).withBags("price", 1, -2, 2);

        assertThat(together.raising()).containsExactly("price");
        assertThat(together.contributions()).noneMatch(Contribution::settled);
    }

    @Test
    void settledColumnsThatAllButCancelDoNotMakeASettledReason() {
        ReasonCase apart = new ReasonCase().withBags("price", 1, .5, -.5).withBags("price", -.75, 0, 0);

        assertThat(apart.contributions()).allMatch(Contribution::settled);
        assertThat(apart.raising()).isEmpty();
    }

    @Test
    void careAnswersTheFirstActionableReasonThatIsNamed() {
        ReasonCase customer = new ReasonCase()
                .withBags("price", 2, 3, -3)
                .withBags("profile", 1.5, AGREED)
                .withBags("neglect", 1, AGREED);

        assertThat(customer.raising()).containsExactly("neglect", "profile");
        assertThat(customer.rank()
                        .leadingActionable()
                        .map(reason -> reason.reason().code()))
                .hasValue("neglect");
    }

    @Test
    void sharesAreOfAllThatRaisesTheRiskAndWhatIsNotNamedIsOther() {
        Explanation explanation = new ReasonCase()
                .withBags("price", 3, 4, -4)
                .withBags("neglect", 1, AGREED)
                .explain(3, 2);

        assertThat(explanation.reasons())
                .singleElement()
                .satisfies(shown -> assertThat(shown.share()).isCloseTo(.25, within(1e-12)));
        assertThat(explanation.otherImpact()).isEqualTo(3);
    }

    @Test
    void theFullListHasWhatIsNotNamedBehindWhatIs() {
        assertThat(new ReasonCase()
                        .withBags("price", 3, 4, -4)
                        .withBags("neglect", 1, AGREED)
                        .everyReason())
                .extracting(ReasonShare::code, shown -> shown.ranked().settled())
                .containsExactly(tuple("neglect", true), tuple("price", false));
    }

    @Test
    void withoutBagsEveryReasonIsNamed() {
        assertThat(new ReasonCase().with("price", 1).raising()).containsExactly("price");
        assertThat(new ReasonCase().with("price", 1).contributions()).allMatch(Contribution::settled);
    }

    @Test
    void whatContributesNothingIsNotUnsettled() {
        assertThat(new ReasonCase().withBags("price", 0, 1, -1).contributions()).allMatch(Contribution::settled);
    }
}
