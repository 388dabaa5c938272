package io.holdfast.care.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.care.fixture.Customers;
import io.holdfast.care.fixture.PlaybookText;
import io.holdfast.care.fixture.Rankings;
import io.holdfast.care.playbook.CareAction;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.reason.ReasonRanking;
import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.scoring.score.RefusedException;
import org.junit.jupiter.api.Test;

final class CareDeciderTest {
    private static final double AT_RISK = 0.6;
    private static final ReasonRanking PRICE = Rankings.raising("price");

    private final CareDecider decider = new CareDecider(PlaybookText.small().read());
    private final CareDecider holdingOut =
            new CareDecider(PlaybookText.small().with("share: 0,", "share: 1,").read());

    @Test
    void recommendsTheFirstActionForReasonAndTier() throws RefusedException {
        CareDecision decision = decider.decide(Customers.worth("c", 50), AT_RISK, PRICE);

        assertThat(decision.status()).isEqualTo(CareStatus.RECOMMENDED);
        assertThat(decision.action()).map(CareAction::code).contains("bill-review");
        assertThat(decision.cause()).isEmpty();
        assertThat(decision.text(Language.ENGLISH)).isEqualTo("Go through the bill.");
        assertThat(decision.text(Language.CHINESE)).isEqualTo("核对账单。");
    }

    @Test
    void passesOverActionsForOtherTiers() throws RefusedException {
        assertThat(decider.decide(Customers.worth("c", 10), AT_RISK, PRICE).action())
                .map(CareAction::code)
                .contains("bill-letter");
    }

    @Test
    void givesACustomerOfUnknownValueTheActionForEverybody() throws RefusedException {
        assertThat(decider.decide(Customers.ofUnknownWorth("c"), AT_RISK, PRICE).action())
                .map(CareAction::code)
                .contains("bill-letter");
    }

    @Test
    void recommendsNothingBelowTheThresholdAndCareFromItOn() throws RefusedException {
        CustomerRecord customer = Customers.worth("c", 50);

        assertNone(decider.decide(customer, StrictMath.nextDown(0.3), PRICE), NoCareCause.BELOW_THRESHOLD);
        assertThat(decider.decide(customer, 0.3, PRICE).status()).isEqualTo(CareStatus.RECOMMENDED);
    }

    @Test
    void recommendsNothingWithoutAnActionableReason() throws RefusedException {
        CustomerRecord customer = Customers.worth("c", 50);

        assertNone(decider.decide(customer, AT_RISK, Rankings.raising()), NoCareCause.NO_ACTIONABLE_REASON);
        assertNone(decider.decide(customer, AT_RISK, Rankings.raising("profile")), NoCareCause.NO_ACTIONABLE_REASON);
        assertNone(decider.decide(customer, AT_RISK, Rankings.lowering("price")), NoCareCause.NO_ACTIONABLE_REASON);
    }

    @Test
    void answersTheFirstActionableReasonBehindOneThatIsNone() throws RefusedException {
        assertThat(decider.decide(
                                Customers.worth("c", 50),
                                AT_RISK,
                                Rankings.raising("profile", "inconvenience", "price"))
                        .action())
                .map(CareAction::code)
                .contains("bill-review");
    }

    @Test
    void doesNotGoOnToTheSecondReasonWhereTheLeadingOneHasNoAction() throws RefusedException {
        ReasonRanking ranking = Rankings.raising("core-service", "price");

        assertThat(decider.decide(Customers.worth("c", 95), AT_RISK, ranking).action())
                .map(CareAction::code)
                .contains("visit");
        assertNone(decider.decide(Customers.worth("c", 50), AT_RISK, ranking), NoCareCause.NO_ACTION);
    }

    @Test
    void keepsTheActionOfAHeldOutCustomerAsAShadowWithoutText() throws RefusedException {
        CareDecision decision = holdingOut.decide(Customers.worth("c", 50), AT_RISK, PRICE);

        assertThat(decision.status()).isEqualTo(CareStatus.WITHHELD);
        assertThat(decision.action()).map(CareAction::code).contains("bill-review");
        assertThat(decision.cause()).isEmpty();
        assertThat(decision.text(Language.ENGLISH)).isEmpty();
        assertThat(decision.text(Language.CHINESE)).isEmpty();
    }

    @Test
    void holdsOutByTheShareOfTheTier() throws RefusedException {
        assertThat(holdingOut.decide(Customers.worth("c", 95), AT_RISK, PRICE).status())
                .isEqualTo(CareStatus.RECOMMENDED);
    }

    @Test
    void hasNoShadowWhereThereIsNoCare() throws RefusedException {
        CustomerRecord customer = Customers.worth("c", 50);

        assertNone(holdingOut.decide(customer, 0.1, PRICE), NoCareCause.BELOW_THRESHOLD);
        assertNone(holdingOut.decide(customer, AT_RISK, Rankings.raising()), NoCareCause.NO_ACTIONABLE_REASON);
        assertNone(holdingOut.decide(customer, AT_RISK, Rankings.raising("neglect")), NoCareCause.NO_ACTION);
    }

    @Test
    void namesStatusAndCauseAsRepliesWriteThem() {
        assertThat(CareStatus.values()).extracting(CareStatus::code).containsExactly("recommended", "none", "withheld");
        assertThat(NoCareCause.values())
                .extracting(NoCareCause::code)
                .containsExactly("no_playbook", "stale", "below_threshold", "no_actionable_reason", "no_action");
    }

    private static void assertNone(CareDecision decision, NoCareCause cause) {
        assertThat(decision.status()).isEqualTo(CareStatus.NONE);
        assertThat(decision.cause()).contains(cause);
        assertThat(decision.action()).isEmpty();
        assertThat(decision.text(Language.ENGLISH)).isEmpty();
    }
}
