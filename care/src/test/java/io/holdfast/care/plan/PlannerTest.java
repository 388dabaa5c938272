package io.holdfast.care.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.care.fixture.PlanText;
import io.holdfast.care.fixture.PlaybookText;
import io.holdfast.care.holdout.HoldOut;
import io.holdfast.care.playbook.Channel;
import io.holdfast.care.playbook.LifecycleStage;
import io.holdfast.care.playbook.ValueTier;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.scoring.fault.InputException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class PlannerTest {
    /** A Monday. */
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private static final List<CustomerReason> PRICE = List.of(new CustomerReason("price", 1, 0.8));

    @Test
    void gainIsTheMarginWithTheActionLessTheMarginWithout() {
        CareDecision decision = plan(at(0.4, 100).reasons(PRICE)).decisions().get(0);

        // 20 % of 0.4 are saved, each worth 500; the call costs 6.
        PlannedPlay play = decision.play().orElseThrow();
        assertThat(play.action()).isEqualTo("bill-review");
        assertThat(play.gain().expected()).isCloseTo(0.2 * 0.4 * 500 - 6, within(1e-9));
        assertThat(play.gain().high() - play.gain().expected())
                .isCloseTo(1.959963984540054 * 0.1 * 0.4 * 500, within(1e-9));
        assertThat(play.evidence()).isEqualTo(Evidence.UNPROVEN);
        assertThat(decision.tier()).contains(ValueTier.KEY);
    }

    /** Half of those who would stay anyway accept too, and everybody who is saved. */
    @Test
    void anOfferCostsWhatWouldBeStayersTakeToo() {
        CareDecision decision =
                plan(renewing(at(0.4, 100), "2026-04-10")).decisions().get(0);

        PlannedPlay play = decision.play().orElseThrow();
        assertThat(play.action()).isEqualTo("renewal");
        assertThat(play.cost()).isCloseTo(6 + 20 * (0.6 * 0.5 + 0.5 * 0.4), within(1e-9));
        assertThat(play.gain().expected()).isCloseTo(0.5 * 0.4 * 500 - play.cost(), within(1e-9));
        assertThat(play.first().dueAt()).isEqualTo(LocalDate.of(2026, 3, 11));
        assertThat(decision.entitlements()).containsExactly("renewal");
    }

    @Test
    void nobodyGetsAnActionOnlyForALeadingReason() {
        assertThat(cause(at(0.19, 1000).reasons(PRICE))).isEqualTo(PlanCause.BELOW_THRESHOLD);
    }

    @Test
    void doesNothingWhereThatBringsMore() {
        assertThat(cause(at(0.3, 1).reasons(PRICE))).isEqualTo(PlanCause.NO_GAIN);
        assertThat(cause(at(0.3, 100))).isEqualTo(PlanCause.NO_TRIGGER);
    }

    @Test
    void aSecondReasonCountsOnlyWithItsShare() {
        List<CustomerReason> weak = List.of(new CustomerReason("neglect", 2, 0.8), new CustomerReason("price", 1, 0.2));
        List<CustomerReason> strong =
                List.of(new CustomerReason("neglect", 2, 0.6), new CustomerReason("price", 1, 0.4));

        assertThat(cause(at(0.4, 100).reasons(weak))).isEqualTo(PlanCause.NO_TRIGGER);
        assertThat(action(at(0.4, 100).reasons(strong))).isEqualTo("bill-review");
    }

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
    void saysNoNumberWhereNoneIsKnown() {
        PlanCustomer.Builder unvalued = PlanCustomer.of("C-1", 0.4).serviceCase(ServiceCase.COMPLAINT);
        for (Budget budget : List.of(Budget.of(1000), Budget.of(0))) {
            CareDecision decision =
                    plan(PlanText.small(), budget, unvalued.build()).decisions().get(0);
            String sentences = decision.explanation().stream()
                    .flatMap(part -> part.text().texts().values().stream())
                    .collect(Collectors.joining());

            assertThat(sentences).doesNotContain("NaN", "Infinity", "∞", "�");
            assertThat(sentences.contains("margin unknown, expected spending"))
                    .isEqualTo(decision.status() == PlanStatus.PLANNED);
        }
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
    void whoIsKnownToBeHeldOutIsSoWhateverTheLotSays() {
        CareDecision shadow =
                plan(at(0.4, 100).reasons(PRICE).heldOut()).decisions().get(0);

        assertThat(shadow.status()).isEqualTo(PlanStatus.WITHHELD);
        assertThat(shadow.arm()).isEqualTo(Arm.HELD_OUT);
        assertThat(shadow.candidates())
                .filteredOn(candidate -> candidate.action().equals(Candidate.NOTHING))
                .singleElement()
                .extracting(Candidate::assignmentProbability)
                .isEqualTo(1.0);
        assertThat(plan(at(0.4, 100).serviceCase(ServiceCase.COMPLAINT).heldOut())
                        .decisions()
                        .get(0)
                        .status())
                .as("what is a right stays one")
                .isEqualTo(PlanStatus.PLANNED);
    }

    @Test
    void anEarlierDecisionIsLeftStanding() {
        assertThat(cause(at(0.4, 100).reasons(PRICE).engaged())).isEqualTo(PlanCause.EARLIER_DECISION);
        assertThat(cause(at(0.4, 100).reasons(PRICE).engaged().optedOut())).isEqualTo(PlanCause.OPTED_OUT);
    }

    @Test
    void aHeldOutCustomerHasTheSameDecisionAsAShadow() {
        PlanCustomer customer = at(0.4, 100).reasons(PRICE).build();
        CareDecision carried =
                plan(PlanText.small(), Budget.of(1000), customer).decisions().get(0);

        CareDecision shadow = plan(PlanText.small().with("share: 0}", "share: 1}"), Budget.of(1000), customer)
                .decisions()
                .get(0);

        assertThat(shadow.status()).isEqualTo(PlanStatus.WITHHELD);
        assertThat(shadow.play()).isEqualTo(carried.play());
        assertThat(shadow.arm()).isEqualTo(Arm.HELD_OUT);
        assertThat(carried.arm())
                .as("with a share of 0 nothing can be measured")
                .isEqualTo(Arm.UNMEASURED);
    }

    @Test
    void theProbabilityOfAssignmentIsThatOfTheLot() {
        PlaybookText lots = PlanText.small().with("share: 0}", "share: 0.2, campaignShare: 0.5}");

        CareDecision decision = plan(
                        lots, Budget.of(1000), at(0.4, 100).reasons(PRICE).build())
                .decisions()
                .get(0);

        Map<String, Double> probabilities = decision.candidates().stream()
                .collect(Collectors.toMap(Candidate::action, Candidate::assignmentProbability));
        assertThat(probabilities.get("bill-review")).isCloseTo(0.8 * 0.5, within(1e-12));
        assertThat(probabilities.get("bill-letter")).isZero();
        assertThat(probabilities.get(Candidate.NOTHING)).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void whatACampaignDrawsByItselfIsNothingForWhoIsHeldOutForGood() {
        PlaybookText lots = PlanText.small().with("share: 0}", "share: 0.2, campaignShare: 0.5}");
        List<PlanCustomer> customers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            customers.add(PlanCustomer.of("c" + i, 0.4)
                    .tierValue(100)
                    .marginIfKept(500)
                    .reasons(PRICE)
                    .build());
        }
        customers.add(at(0.4, 100).reasons(PRICE).heldOut().build());
        CarePlan plan = plan(lots, Budget.of(1e6), customers.toArray(PlanCustomer[]::new));
        HoldOut holdOut = new HoldOut(lots.read().holdOut());

        for (CareDecision decision : plan.decisions().subList(0, 300)) {
            boolean forGood = holdOut.withholds(decision.customerId(), decision.tier());
            assertThat(decision.campaignShare()).isEqualTo(forGood ? 0 : 0.5);
            assertThat(!forGood || decision.arm() == Arm.HELD_OUT).isTrue();
        }
        assertThat(plan.decisions().get(300).campaignShare()).isZero();
        assertThat(plan.decisions()).extracting(CareDecision::campaignShare).contains(0.0, 0.5);
        assertThat(plan.hasPlay(0)).isEqualTo(plan.decisions().get(0).play().isPresent());
    }

    @Test
    void campaignsHoldOutOthersAndTheHouseholdStaysTogether() {
        PlaybookText lots = PlanText.small().with("share: 0}", "share: 0, campaignShare: 0.5}");
        List<PlanCustomer> customers = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            customers.add(PlanCustomer.of("c" + i, 0.5)
                    .household("h" + i / 2)
                    .tierValue(100)
                    .marginIfKept(500)
                    .reasons(PRICE)
                    .build());
        }
        Planner planner = planner(lots);
        Budget budget = new Budget(1e6, Map.of("desk", 1000), Map.of());

        CarePlan spring = planner.plan(customers, budget, PlanSettings.of(DAY).withCampaign("spring"));
        CarePlan summer = planner.plan(customers, budget, PlanSettings.of(DAY).withCampaign("summer"));

        assertThat(spring.summary().withheld()).isBetween(140, 260);
        int changed = 0;
        for (int i = 0; i < 400; i += 2) {
            assertThat(spring.decisions().get(i + 1).status())
                    .isEqualTo(spring.decisions().get(i).status());
            changed += spring.decisions().get(i).status()
                            == summer.decisions().get(i).status()
                    ? 0
                    : 1;
        }
        assertThat(changed).isBetween(60, 140);
    }

    @Test
    void capacityGoesToWhomItBringsMost() {
        Budget one = new Budget(1000, Map.of("desk", 1), Map.of());

        CarePlan plan = plan(
                PlanText.small(),
                one,
                PlanCustomer.of("a", 0.3)
                        .tierValue(95)
                        .marginIfKept(475)
                        .reasons(PRICE)
                        .build(),
                PlanCustomer.of("b", 0.6)
                        .tierValue(95)
                        .marginIfKept(475)
                        .reasons(PRICE)
                        .build());

        assertThat(plan.decisions())
                .extracting(each -> each.play().orElseThrow().action())
                .containsExactly("bill-letter", "bill-review");
        assertThat(plan.summary().gap()).isZero();
        assertThat(plan.decisions().get(0).explanation())
                .anySatisfy(part -> assertThat(part.text().in(Language.ENGLISH))
                        .contains("bill-review would bring more here", "contacts of team desk"))
                .anySatisfy(part -> assertThat(part.text().in(Language.CHINESE)).contains("所需资源用于其他客户"));
    }

    @Test
    void unprovenPlaysTakeAShareOnlyAndProvenOnesDoNotCount() {
        PlaybookText tenth = PlanText.small().with("explorationShare: 1", "explorationShare: 0.1");
        List<PlanCustomer> customers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            customers.add(at("c" + i, 0.5, 100).reasons(PRICE).build());
        }
        ActionEffects measured =
                ActionEffects.of(Map.of("bill-letter", new ActionEffect(-0.05, 0.01, Evidence.PROVEN)));
        Planner planner = new Planner(tenth.read(), measured, ReasonCatalogue.standard());

        CarePlan plan = planner.plan(customers, Budget.of(1e6), PlanSettings.of(DAY));

        assertThat(plan.decisions())
                .filteredOn(each -> each.play().orElseThrow().evidence() == Evidence.UNPROVEN)
                .hasSize(2);
        assertThat(plan.summary().planned()).isEqualTo(20);
    }

    /** Bill reviews cost 6 each, whether or not they do anything; a letter that is proven risks nothing. */
    @Test
    void unprovenPlaysRiskAShareOfTheMoneyOnly() {
        PlaybookText some = PlanText.small().with("explorationShare: 1", "explorationShare: 1, explorationMoney: 0.2");
        List<PlanCustomer> customers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            customers.add(at("c" + i, 0.5, 100).reasons(PRICE).build());
        }
        ActionEffects measured =
                ActionEffects.of(Map.of("bill-letter", new ActionEffect(-0.05, 0.01, Evidence.PROVEN)));
        PlanSummary free = new Planner(PlanText.small().read(), measured, ReasonCatalogue.standard())
                .plan(customers, Budget.of(100), PlanSettings.of(DAY))
                .summary();

        PlanSummary summary = new Planner(some.read(), measured, ReasonCatalogue.standard())
                .plan(customers, Budget.of(100), PlanSettings.of(DAY))
                .summary();

        assertThat(free.price().atRisk()).isGreaterThan(20);
        assertThat(free.limits()).extracting(LimitUse::name).doesNotContain("exploration-money");
        assertThat(summary.price().atRisk()).isPositive().isLessThanOrEqualTo(20);
        assertThat(summary.planned()).isEqualTo(20);
        assertThat(summary.limits())
                .filteredOn(use -> use.name().equals("exploration-money"))
                .singleElement()
                .satisfies(use -> {
                    assertThat(use.limit()).isEqualTo(20);
                    assertThat(use.used()).isCloseTo(summary.price().atRisk(), within(1e-9));
                    assertThat(use.price()).isPositive();
                });
    }

    @Test
    void oneUnitOfACustomerHasThePlay() {
        CarePlan plan = plan(
                PlanText.small(),
                Budget.of(1000),
                at("a", 0.4, 60).unit("line-1").reasons(PRICE).build(),
                at("a", 0.6, 60).unit("line-2").reasons(PRICE).build());

        assertThat(plan.decisions().get(0).cause()).contains(PlanCause.OTHER_UNIT);
        assertThat(plan.decisions().get(1).status()).isEqualTo(PlanStatus.PLANNED);
    }

    @Test
    void theLostAreWonBackByTheirChanceToReturn() {
        CareDecision decision = plan(at(0.1, 200).lost()).decisions().get(0);

        assertThat(decision.play().orElseThrow().action()).isEqualTo("win-back");
        assertThat(decision.play().orElseThrow().gain().expected()).isCloseTo(0.3 * 0.1 * 1000 - 0.1, within(1e-9));
        assertThat(decision.stage()).contains(LifecycleStage.RECOVERY);
        assertThat(decision.lost()).isTrue();
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
    void idsStayWhatTheyAre() {
        List<String> ids =
                List.of("+8613800138000", "0012345", "12345", "P/2024/001", "-A7", "0015e00000AbCdEAAV", "客户甲", "=1+1");
        PlanCustomer[] customers = ids.stream()
                .map(id -> at(id, 0.4, 100)
                        .unit("线路 " + id)
                        .household(" " + id)
                        .reasons(PRICE)
                        .build())
                .toArray(PlanCustomer[]::new);

        CarePlan plan = plan(PlanText.small(), Budget.of(1000), customers);

        assertThat(plan.decisions()).extracting(CareDecision::customerId).isEqualTo(ids);
        assertThat(plan.decisions()).extracting(CareDecision::decisionId).doesNotHaveDuplicates();
    }

    @Test
    void aPlaybookWithoutEffectsMakesNoPlans() {
        assertThatThrownBy(() -> planner(PlaybookText.small()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'small' has format 1");
    }

    @Test
    void equalArgumentsGiveEqualPlans() {
        CarePlan one = plan(at(0.4, 100).reasons(PRICE));
        CarePlan two = plan(at(0.4, 100).reasons(PRICE));

        assertThat(two.planId()).isEqualTo(one.planId());
        assertThat(two.summary()).isEqualTo(one.summary());
        assertThat(two.decisions().get(0).explanation())
                .isEqualTo(one.decisions().get(0).explanation());
        assertThat(two.decisions().get(0).decisionId())
                .isEqualTo(one.decisions().get(0).decisionId());
    }

    private static PlanCustomer.Builder at(double risk, double value) {
        return at("a", risk, value);
    }

    private static PlanCustomer.Builder at(String id, double risk, double value) {
        return PlanCustomer.of(id, risk).tierValue(value).marginIfKept(5 * value);
    }

    private static PlanCustomer.Builder renewing(PlanCustomer.Builder customer, String end) {
        return customer.columns(Map.of("contract", "One year", "contract_end", end));
    }

    private static Planner planner(PlaybookText text) {
        return new Planner(text.read(), ActionEffects.none(), ReasonCatalogue.standard());
    }

    private static CarePlan plan(PlanCustomer.Builder customer) {
        return plan(PlanText.small(), Budget.of(1000), customer.build());
    }

    private static CarePlan plan(PlaybookText text, Budget budget, PlanCustomer... customers) {
        return planner(text).plan(List.of(customers), budget, PlanSettings.of(DAY));
    }

    private static String action(PlanCustomer.Builder customer) {
        return plan(customer).decisions().get(0).play().orElseThrow().action();
    }

    private static PlanCause cause(PlanCustomer.Builder customer) {
        return plan(customer).decisions().get(0).cause().orElseThrow();
    }
}
