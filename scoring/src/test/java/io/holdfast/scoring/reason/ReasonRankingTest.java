package io.holdfast.scoring.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonRankingTest {
    @Test
    void strongestFirstAndEqualOnesByCode() {
        assertThat(new ReasonCase()
                        .with("price", 0.5)
                        .with("neglect", 0.75)
                        .with("competitor", 0.5)
                        .with("core-service", 0.5)
                        .raising())
                .containsExactly("neglect", "competitor", "core-service", "price");
        assertThat(new ReasonCase()
                        .with("price", -0.5)
                        .with("competitor", -0.5)
                        .with("neglect", -0.75)
                        .lowering())
                .containsExactly("neglect", "competitor", "price");
    }

    @Test
    void columnsOfOneReasonAreSummed() {
        ReasonRanking ranking = new ReasonCase()
                .with("price", 0.75)
                .with("neglect", 0.5)
                .with("price", -0.5)
                .with("competitor", -0.25)
                .with("competitor", 0.125)
                .rank();

        assertThat(ranking.raising()).extracting(RankedReason::impact).containsExactly(0.5, 0.25);
        assertThat(ranking.raising())
                .extracting(reason -> reason.reason().code())
                .containsExactly("neglect", "price");
        assertThat(ranking.lowering()).extracting(RankedReason::impact).containsExactly(-0.125);
    }

    @Test
    void aShareIsThePartOfAllGroupsOfTheSameSign() {
        ReasonRanking ranking = new ReasonCase()
                .with("price", 0.75)
                .with("neglect", 0.25)
                .with("competitor", -2)
                .with("core-service", -6)
                .rank();

        assertThat(ranking.raising()).extracting(RankedReason::share).containsExactly(0.75, 0.25);
        assertThat(ranking.lowering()).extracting(RankedReason::share).containsExactly(0.75, 0.25);
    }

    @Test
    void lessThanATwentiethIsNotNamed() {
        ReasonRanking ranking = new ReasonCase()
                .with("price", 0.9375)
                .with("neglect", 0.0625)
                .with("competitor", 0.03125)
                .rank();
        assertThat(ranking.raising()).hasSize(2);

        // 0.05 and 0.95 of one: exactly a twentieth is named.
        assertThat(new ReasonCase().with("price", 19).with("neglect", 1).raising())
                .containsExactly("price", "neglect");
        assertThat(new ReasonCase().with("price", 19.5).with("neglect", 1).raising())
                .containsExactly("price");
    }

    @Test
    void whatMovesLessThanATwentiethOfALogOddsIsNotNamedWhateverItsShare() {
        assertThat(new ReasonCase().with("price", 0.05).with("neglect", 0.0499).raising())
                .containsExactly("price");
        assertThat(new ReasonCase()
                        .with("price", -0.05)
                        .with("neglect", -0.0499)
                        .lowering())
                .containsExactly("price");
        ReasonRanking tiny =
                new ReasonCase().with("price", 0.03).with("neglect", -0.01).rank();
        assertThat(tiny.raising()).isEmpty();
        assertThat(tiny.lowering()).isEmpty();
        assertThat(tiny.leadingActionable()).isEmpty();
    }

    @Test
    void theSharesCountWhatIsTooSmallToBeNamed() {
        assertThat(new ReasonCase()
                        .with("price", 0.12)
                        .with("neglect", 0.04)
                        .rank()
                        .raising())
                .extracting(RankedReason::share)
                .satisfiesExactly(share -> assertThat(share).isCloseTo(0.75, within(1e-12)));
    }

    @Test
    void aDescriptionMaySayHowMuchAReasonHasToMove() {
        assertThat(new ReasonCase()
                        .leastImpact(0.3)
                        .with("price", 0.4)
                        .with("neglect", 0.25)
                        .raising())
                .containsExactly("price");
        assertThat(new ReasonCase().leastImpact(0).with("price", 1e-6).raising())
                .containsExactly("price");
    }

    @Test
    void whatIsTooSmallIsStillShownAmongAll() {
        ReasonCase tiny = new ReasonCase().with("price", 0.03).with("neglect", -0.01);

        assertThat(tiny.everyReason()).extracting(ReasonShare::code).containsExactly("price", "neglect");
        assertThat(tiny.explain(3, 2).otherImpact()).isCloseTo(0.02, within(1e-12));
    }

    @Test
    void groupsThatContributeNothingAreNotNamed() {
        ReasonRanking ranking = new ReasonCase()
                .with("price", 0.5)
                .with("price", -0.5)
                .with("neglect", 0)
                .rank();

        assertThat(ranking.raising()).isEmpty();
        assertThat(ranking.lowering()).isEmpty();
        assertThat(ranking.leadingActionable()).isEmpty();
    }

    @Test
    void theProfileNeverLeadsWhileSomethingActionableIsThere() {
        assertThat(new ReasonCase()
                        .with("profile", 3)
                        .with("price", 0.5)
                        .with("neglect", 1)
                        .raising())
                .containsExactly("neglect", "profile", "price");
        assertThat(new ReasonCase().with("profile", 3).with("price", -0.5).raising())
                .containsExactly("profile");
        assertThat(new ReasonCase().with("profile", 3).with("price", 0.1).raising())
                .containsExactly("profile");
    }

    @Test
    void fadingActivityNeverLeadsWhileAnotherActionableReasonIsThere() {
        assertThat(new ReasonCase().with("disengagement", 3).with("price", 0.5).raising())
                .containsExactly("price", "disengagement");
        assertThat(new ReasonCase()
                        .with("profile", 4)
                        .with("disengagement", 3)
                        .with("price", 0.5)
                        .raising())
                .containsExactly("price", "profile", "disengagement");
    }

    @Test
    void fadingActivityLeadsTheProfileSinceCareCanAnswerIt() {
        ReasonRanking ranking =
                new ReasonCase().with("profile", 4).with("disengagement", 3).rank();

        assertThat(ranking.raising())
                .extracting(reason -> reason.reason().code())
                .containsExactly("disengagement", "profile");
        assertThat(ranking.leadingActionable())
                .hasValueSatisfying(reason -> assertThat(reason.reason().code()).isEqualTo("disengagement"));
    }

    @Test
    void protectorsKeepTheOrderOfTheirStrength() {
        assertThat(new ReasonCase().with("profile", -3).with("price", -0.5).lowering())
                .containsExactly("profile", "price");
    }

    @Test
    void careAnswersTheFirstActionableReason() {
        assertThat(new ReasonCase().with("profile", 3).with("neglect", 1).rank().leadingActionable())
                .hasValueSatisfying(reason -> {
                    assertThat(reason.reason().code()).isEqualTo("neglect");
                    assertThat(reason.actionable()).isTrue();
                    assertThat(reason.share()).isCloseTo(0.25, within(1e-12));
                });
        assertThat(new ReasonCase().with("profile", 3).with("price", -1).rank().leadingActionable())
                .isEmpty();
    }

    @Test
    void aReasonIsActionableOnlyThroughAColumnThatCareCanAnswer() {
        assertThat(new ReasonCase().withUnanswerable("price", 1).rank().leadingActionable())
                .isEmpty();
        assertThat(new ReasonCase().with("profile", 1).rank().leadingActionable())
                .isEmpty();
        assertThat(new ReasonCase()
                        .withUnanswerable("price", 1)
                        .with("price", 0.5)
                        .rank()
                        .leadingActionable())
                .isPresent();
    }

    /** Price keeps its place, since it is no mere profile; care answers the next. */
    @Test
    void aColumnThatSpeaksTheOtherWayMakesNoReasonActionable() {
        ReasonRanking ranking = new ReasonCase()
                .withUnanswerable("price", 1)
                .with("price", -0.5)
                .with("neglect", 0.25)
                .rank();

        assertThat(ranking.raising())
                .extracting(reason -> reason.reason().code() + " " + reason.actionable())
                .containsExactly("price false", "neglect true");
        assertThat(ranking.leadingActionable())
                .hasValueSatisfying(reason -> assertThat(reason.reason().code()).isEqualTo("neglect"));
    }

    @ParameterizedTest
    @CsvSource({
        "0.01, LOW",
        "0.223, LOW",
        "0.2232, MEDIUM",
        "0.693, MEDIUM",
        "0.6932, HIGH",
        "-0.6932, HIGH",
        "-0.1, LOW"
    })
    void strengthSaysHowTheOddsChange(double impact, Strength strength) {
        assertThat(Strength.of(impact)).isEqualTo(strength);
        assertThat(strength.code()).isEqualTo(strength.name().toLowerCase(Locale.ROOT));
    }
}
