package io.holdfast.care.plan;

import static io.holdfast.care.plan.OnePlan.DAY;
import static io.holdfast.care.plan.OnePlan.PRICE;
import static io.holdfast.care.plan.OnePlan.action;
import static io.holdfast.care.plan.OnePlan.at;
import static io.holdfast.care.plan.OnePlan.cause;
import static io.holdfast.care.plan.OnePlan.plan;
import static io.holdfast.care.plan.OnePlan.renewing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.holdfast.care.fixture.PlanText;
import io.holdfast.care.fixture.PlaybookText;
import io.holdfast.care.playbook.Channel;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.scoring.fault.InputException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class PlannerRulesTest {
    @Test
    void refusedAndUnlikedChannelsAreNotUsed() {
        assertThat(action(at(0.4, 100).reasons(PRICE).refuses(Channel.PHONE))).isEqualTo("bill-letter");
        assertThat(action(at(0.4, 100).reasons(PRICE).preferredChannel(Channel.MESSAGE)))
                .isEqualTo("bill-letter");
        assertThat(cause(at(0.4, 100).reasons(PRICE).preferredChannel(Channel.LETTER)))
                .isEqualTo(PlanCause.NO_CHANNEL);
        assertThat(cause(at(0.4, 100).reasons(PRICE).optedOut())).isEqualTo(PlanCause.OPTED_OUT);
    }

    @Test
    void aFiledRequestSuppressesOffersAndAPortRequestEverythingButService() {
        assertThat(cause(renewing(at(0.4, 100).filed(FiledRequest.CANCELLATION), "2026-04-10")))
                .isEqualTo(PlanCause.FORBIDDEN);
        assertThat(action(at(0.4, 100).reasons(PRICE).filed(FiledRequest.CANCELLATION)))
                .isEqualTo("bill-review");
        assertThat(cause(at(0.4, 100).reasons(PRICE).filed(FiledRequest.PORT))).isEqualTo(PlanCause.FORBIDDEN);
        assertThat(action(at(0.4, 100).filed(FiledRequest.PORT).serviceCase(ServiceCase.COMPLAINT)))
                .isEqualTo("recovery");
    }

    @Test
    void whoIsVulnerableGetsHelpAndNeverAnOffer() {
        CareDecision decision = plan(renewing(at(0.4, 100).serviceCase(ServiceCase.VULNERABLE), "2026-04-10"))
                .decisions()
                .get(0);

        assertThat(decision.play().orElseThrow().action()).isEqualTo("help");
        assertThat(decision.arm()).isEqualTo(Arm.SERVED);
        assertThat(decision.entitlements()).as("the right stays").containsExactly("renewal");
    }

    @Test
    void aComplaintIsServedWhateverItBringsAndNeverHeldOut() {
        PlaybookText everybodyOut = PlanText.small().with("share: 0}", "share: 1}");
        CarePlan plan = plan(
                everybodyOut,
                Budget.of(1000),
                at(0.01, 1).serviceCase(ServiceCase.COMPLAINT).build());

        CareDecision decision = plan.decisions().get(0);
        assertThat(decision.status()).isEqualTo(PlanStatus.PLANNED);
        assertThat(decision.play().orElseThrow().gain().expected()).isNegative();
        assertThat(decision.play().orElseThrow().steps())
                .extracting(PlannedStep::dueAt)
                .containsExactly(DAY, DAY.plusDays(7));
    }

    @Test
    void anEarlierDecisionIsLeftStanding() {
        assertThat(cause(at(0.4, 100).reasons(PRICE).engaged())).isEqualTo(PlanCause.EARLIER_DECISION);
        assertThat(cause(at(0.4, 100).reasons(PRICE).engaged().optedOut())).isEqualTo(PlanCause.OPTED_OUT);
    }

    @Test
    void whoseOtherUnitHasCareByAnEarlierPlanGetsNothingButService() {
        assertThat(cause(at(0.4, 100).reasons(PRICE).otherUnitEngaged())).isEqualTo(PlanCause.OTHER_UNIT);
        assertThat(action(at(0.4, 100)
                        .reasons(PRICE)
                        .serviceCase(ServiceCase.COMPLAINT)
                        .otherUnitEngaged()))
                .isEqualTo("recovery");
        assertThat(cause(at(0.4, 100).otherUnitEngaged()))
                .as("who would get nothing anyway")
                .isEqualTo(PlanCause.NO_TRIGGER);
        assertThat(cause(at(0.4, 100).reasons(PRICE).engaged().otherUnitEngaged()))
                .isEqualTo(PlanCause.EARLIER_DECISION);
        CarePlan both = plan(
                PlanText.small(),
                Budget.of(1000),
                at("a", 0.4, 100).unit("1").reasons(PRICE).engaged().build(),
                at("a", 0.4, 100).unit("2").reasons(PRICE).otherUnitEngaged().build(),
                at("b", 0.4, 100).reasons(PRICE).build());
        assertThat(both.summary().planned()).isOne();
        assertThat(both.decisions().get(2).status()).isEqualTo(PlanStatus.PLANNED);
    }

    @Test
    void coolDownContactLimitAndCadenceLookAtPastContacts() {
        List<PastContact> same = List.of(new PastContact(DAY.minusDays(10), "bill-review"));
        List<PastContact> many = List.of(
                new PastContact(DAY.minusDays(3), "x"),
                new PastContact(DAY.minusDays(4), "x"),
                new PastContact(DAY.minusDays(5), "x"));

        assertThat(action(at(0.4, 100).reasons(PRICE).contacts(same))).isEqualTo("bill-letter");
        assertThat(cause(at(0.4, 100).reasons(PRICE).contacts(many))).isEqualTo(PlanCause.CONTACT_LIMIT);
        assertThat(cause(at(0.1, 200).lost().contacts(List.of(new PastContact(DAY.minusDays(90), "win-back")))))
                .isEqualTo(PlanCause.NO_TRIGGER);
    }

    @Test
    void aChannelThatLeadsToSomebodyElseIsNotUsedNotEvenForService() {
        assertThat(action(at(0.4, 100).reasons(PRICE).isNotReachedBy(Channel.PHONE)))
                .isEqualTo("bill-letter");
        assertThat(cause(at(0.4, 100)
                        .reasons(PRICE)
                        .isNotReachedBy(Channel.PHONE)
                        .isNotReachedBy(Channel.MESSAGE)))
                .isEqualTo(PlanCause.WRONG_NUMBER);
        assertThat(cause(at(0.4, 100).serviceCase(ServiceCase.COMPLAINT).isNotReachedBy(Channel.PHONE)))
                .isEqualTo(PlanCause.WRONG_NUMBER);
    }

    @Test
    void whatWasRefusedRestsForRefusalDays() {
        List<PastContact> lately = List.of(new PastContact(DAY.minusDays(89), "bill-review"));
        List<PastContact> longAgo = List.of(new PastContact(DAY.minusDays(90), "bill-review"));
        PlaybookText rests = PlanText.small().with("limits: {", "limits: {refusalDays: 100, ");

        assertThat(action(at(0.4, 100).reasons(PRICE).declined(lately))).isEqualTo("bill-letter");
        assertThat(cause(at(0.4, 100).reasons(PRICE).refuses(Channel.MESSAGE).declined(lately)))
                .isEqualTo(PlanCause.DECLINED);
        assertThat(action(at(0.4, 100).reasons(PRICE).declined(longAgo))).isEqualTo("bill-review");
        assertThat(plan(
                                rests,
                                Budget.of(1000),
                                at(0.4, 100)
                                        .reasons(PRICE)
                                        .refuses(Channel.MESSAGE)
                                        .declined(longAgo)
                                        .build())
                        .decisions()
                        .get(0)
                        .cause())
                .contains(PlanCause.DECLINED);
    }

    @Test
    void whoWaitsForTheAnswerToAComplaintGetsNothingElse() {
        PlaybookText noService = PlanText.small().with("events: [complaint]", "events: [cancellation-call]");
        PlanCustomer complaining =
                at(0.4, 100).reasons(PRICE).serviceCase(ServiceCase.COMPLAINT).build();

        CareDecision decision =
                plan(noService, Budget.of(1000), complaining).decisions().get(0);
        assertThat(decision.status()).isEqualTo(PlanStatus.NONE);
        assertThat(decision.cause()).contains(PlanCause.COMPLAINT_OPEN);
        assertThat(decision.explanation())
                .anySatisfy(part -> assertThat(part.text().in(Language.ENGLISH)).contains("A complaint is open"));
        assertThat(plan(PlanText.small(), Budget.of(1000), complaining)
                        .decisions()
                        .get(0)
                        .play()
                        .orElseThrow()
                        .action())
                .isEqualTo("recovery");
    }

    @Test
    void whatTakesTooLongIsNotOffered() {
        assertThat(cause(renewing(at(0.4, 100), "2026-03-06"))).isEqualTo(PlanCause.TOO_LATE);
        assertThat(cause(renewing(at(0.4, 100), "2026-03-01"))).isEqualTo(PlanCause.NO_TRIGGER);
        assertThat(cause(renewing(at(0.4, 100), "2026-09-01")))
                .as("a later plan's")
                .isEqualTo(PlanCause.NO_TRIGGER);
    }

    @Test
    void whoObjectsIsNotAssessed() {
        CareDecision decision = plan(PlanText.small(), Budget.of(1000), PlanCustomer.objecting("a"))
                .decisions()
                .get(0);

        assertThat(decision.cause()).contains(PlanCause.EXCLUDED);
        assertThat(decision.candidates()).isEmpty();
        assertThat(decision.explanation()).isEmpty();
    }

    @Test
    void whoHasLeftIsNotAssessedAndTheirOtherUnitsAre() {
        List<CareDecision> decisions = plan(
                        PlanText.small(),
                        Budget.of(1000),
                        PlanCustomer.departed("a").toBuilder().unit("1").build(),
                        at("a", 0.4, 100).unit("2").reasons(PRICE).build(),
                        PlanCustomer.departed("b").toBuilder().unit("1").build(),
                        at("b", 0.4, 100).unit("2").reasons(PRICE).optedOut().build())
                .decisions();

        assertThat(decisions.get(0).cause()).contains(PlanCause.ALREADY_LEFT);
        assertThat(decisions.get(0).status()).isEqualTo(PlanStatus.NONE);
        assertThat(decisions.get(0).candidates()).isEmpty();
        assertThat(decisions.get(1).status()).isEqualTo(PlanStatus.PLANNED);
        assertThat(decisions.get(2).cause()).contains(PlanCause.ALREADY_LEFT);
        assertThat(decisions.get(3).cause()).contains(PlanCause.OPTED_OUT);
    }

    @Test
    void whereOneUnitIsServedTheOthersAreToldWhatStandsAgainstThem() {
        List<CareDecision> decisions = plan(
                        PlanText.small(),
                        Budget.of(1000),
                        at("a", 0.4, 100)
                                .unit("1")
                                .serviceCase(ServiceCase.COMPLAINT)
                                .build(),
                        PlanCustomer.departed("a").toBuilder().unit("2").build(),
                        at("a", 0.4, 100).unit("3").build(),
                        at("a", 0.4, 100).unit("4").reasons(PRICE).build())
                .decisions();

        assertThat(decisions.get(0).status()).isEqualTo(PlanStatus.PLANNED);
        assertThat(decisions.get(1).cause()).contains(PlanCause.ALREADY_LEFT);
        assertThat(decisions.get(1).candidates()).isEmpty();
        assertThat(decisions.get(2).cause()).contains(PlanCause.NO_TRIGGER);
        assertThat(decisions.get(3).cause()).contains(PlanCause.OTHER_UNIT);
    }

    @Test
    void saysThatThereIsNoRoomToExploreForOneCustomerAlone() {
        PlaybookText text = PlanText.small().with("explorationShare: 1", "explorationShare: 0.5");
        PlanCustomer one = at("a", 0.5, 100).reasons(PRICE).build();
        PlanCustomer other = at("b", 0.5, 90).reasons(PRICE).build();

        CareDecision alone =
                OnePlan.plan(text, Budget.of(1000), one).decisions().get(0);
        CareDecision second =
                OnePlan.plan(text, Budget.of(1000), one, other).decisions().get(1);

        assertThat(alone.cause()).contains(PlanCause.NO_CAPACITY);
        assertThat(explanation(alone))
                .contains("the plan has no room for it: the share of customers who may get an unproven action")
                .doesNotContain("for others");
        assertThat(explanation(second)).contains("does more for others: customers with an unproven action");
    }

    @Test
    void saysWhichLimitIsTooSmallForOneCustomer() {
        PlaybookText text = PlanText.small().with("explorationShare: 1", "explorationShare: 1, explorationMoney: 0.05");
        CareDecision poor = decision(PlanText.small(), Budget.of(5));
        CareDecision nobody = decision(PlanText.small(), new Budget(1000, Map.of("desk", 0), Map.of(Channel.PHONE, 0)));
        CareDecision careful = decision(text, Budget.of(100));

        assertThat(explanation(poor)).contains("no room for it: the budget is less than one customer needs.");
        assertThat(explanation(poor, Language.CHINESE)).contains("容不下：预算少于一名客户所需。");
        assertThat(explanation(nobody))
                .contains("no room for it: fewer contacts of team desk than one customer needs,"
                        + " fewer contacts by phone than one customer needs.");
        assertThat(explanation(nobody, Language.CHINESE)).contains("容不下：团队 desk 的联系次数少于一名客户所需、渠道 phone 的联系次数少于一名客户所需。");
        assertThat(explanation(careful))
                .contains("no room for it: the money at risk on unproven actions is less than one customer needs.");
        assertThat(explanation(careful, Language.CHINESE)).contains("容不下：未验证行动的风险金额少于一名客户所需。");
    }

    /** The call of a renewal costs 6; with its offer 16, and 10 where calls are free. */
    @Test
    void reckonsTheOfferInWhatAnActionNeedsOfTheBudget() {
        PlanCustomer one =
                OnePlan.renewing(at("a", 0.5, 100), "2026-04-01").reasons(PRICE).build();
        PlanCustomer other =
                OnePlan.renewing(at("b", 0.5, 90), "2026-04-01").reasons(PRICE).build();
        PlaybookText free = PlanText.small().with("phone: {cost: 6}", "phone: {cost: 0}");

        CareDecision alone =
                OnePlan.plan(PlanText.small(), Budget.of(12), one).decisions().get(0);
        CareDecision second =
                OnePlan.plan(free, Budget.of(15), one, other).decisions().get(1);

        assertThat(explanation(alone))
                .contains("renewal would bring more", "no room for it: the budget is less than one customer needs.");
        assertThat(explanation(second)).contains("renewal would bring more", "does more for others: budget");
    }

    private static CareDecision decision(PlaybookText text, Budget budget) {
        PlanCustomer customer = at("a", 0.5, 100).reasons(PRICE).build();
        return OnePlan.plan(text, budget, customer).decisions().get(0);
    }

    private static String explanation(CareDecision decision) {
        return explanation(decision, Language.ENGLISH);
    }

    private static String explanation(CareDecision decision, Language language) {
        return decision.explanation().stream()
                .map(part -> part.text().in(language))
                .collect(Collectors.joining(" "));
    }

    @Test
    void morePlaysThanAPlanCanWeighAreRefused() {
        StringBuilder yaml = new StringBuilder("""
                format: 2
                name: many
                jurisdiction: none
                contactThreshold: 0
                holdOut: {salt: many, share: 0}
                margin: {perValue: 1, months: 12}
                channels: {phone: {cost: 1}}
                actions:
                """);
        for (int i = 1; i <= 65; i++) {
            yaml.append("  - {code: call-").append(i).append("""
                    , cadenceMonths: 12, channel: phone, priceAffecting: false, effect: {change: -0.1, deviation: 0.1}, text: {en: Call., zh-CN: 致电。}}
                    """);
        }
        Playbook many = Playbook.read("many.yaml", yaml.toString().getBytes(StandardCharsets.UTF_8));

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> new Planner(many, ActionEffects.none(), ReasonCatalogue.standard()))
                .withMessage("playbook 'many' has 65 actions; a plan can weigh at most 64");
    }
}
